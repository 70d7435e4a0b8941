import type { UnreachableReason } from "../../core/report";
import type { Endpoint } from "./endpoint";
import { wordsOf } from "../ask/faults";

/** Why there is no engine to grade with, and what to do, in words for a beginner. */
export interface Unreachable {
  readonly status: "unreachable";
  readonly reason: UnreachableReason;
  readonly detail: string;
  readonly next: string;
}

/** What is known of the machine beside the engine's silence. */
export interface Circumstances {
  readonly platform: NodeJS.Platform;
  readonly cliFound: boolean;
  /** whether Docker Desktop is installed */
  readonly desktopFound: boolean;
}

/** Puts a reason into words. `windows-containers` is an engine that answers, but cannot run Linux images. */
export function unreachable(
  reason: UnreachableReason | "windows-containers",
  endpoint: Endpoint,
  circumstances: Circumstances,
  cause?: unknown,
): Unreachable {
  const place = `${endpoint.host} (${endpoint.from})`;
  const said = cause === undefined ? "" : ` It said: ${wordsOf(cause)}`;
  switch (reason) {
    case "not-installed": {
      const detail = `No Docker engine was found: there is nothing at ${place}, and no \`docker\` command.`;
      return { status: "unreachable", reason, detail, next: howToInstall(circumstances.platform) };
    }
    case "not-running": {
      const detail = `Docker is not running: nothing answers at ${place}.${said}`;
      return { status: "unreachable", reason, detail, next: howToStart(endpoint, circumstances) };
    }
    case "no-permission": {
      const detail = `Docker is there, but you are not allowed to use it: ${place} refuses access.`;
      return { status: "unreachable", reason, detail, next: howToGetPermission(circumstances.platform) };
    }
    case "timed-out": {
      const detail = `Something accepts connections at ${place}, but did not answer in time.`;
      return { status: "unreachable", reason, detail, next: howToRestart(circumstances) };
    }
    case "windows-containers": {
      const detail = `The Docker engine at ${place} runs Windows containers, and the challenge needs Linux containers.`;
      const next = 'Right-click the Docker icon beside the clock, choose "Switch to Linux containers", then try again.';
      return { status: "unreachable", reason: "not-running", detail, next };
    }
  }
}

function howToInstall(platform: NodeJS.Platform): string {
  return platform === "linux"
    ? "Install Docker Engine (https://docs.docker.com/engine/install/) or Docker Desktop, start it, then try again."
    : "Install Docker Desktop (https://docs.docker.com/get-started/get-docker/), start it, then try again.";
}

function howToStart(endpoint: Endpoint, { platform, desktopFound }: Circumstances): string {
  if (endpoint.transport.kind !== "socket") {
    return `Start Docker on the machine that ${endpoint.from} names, or choose another engine, then try again.`;
  }
  if (platform !== "linux" || desktopFound) {
    return "Start Docker Desktop (or Colima, Rancher Desktop, whichever you use), wait until it says that it is running, then try again.";
  }
  return "Start it with `sudo systemctl start docker`, check it with `docker version`, then try again.";
}

function howToGetPermission(platform: NodeJS.Platform): string {
  if (platform === "linux") {
    return "Run `sudo usermod -aG docker $USER`, log out and in again (restart VS Code too), then try again.";
  }
  if (platform === "win32") {
    return "Add your account to the Windows group `docker-users`, sign out and in again, then try again.";
  }
  return "Restart Docker Desktop with your own account, so that it makes its socket anew, then try again.";
}

function howToRestart({ platform, desktopFound }: Circumstances): string {
  return platform !== "linux" || desktopFound
    ? "Docker may still be starting: wait a minute and try again. If it stays silent, restart Docker Desktop."
    : "Docker may still be starting: wait a minute and try again. If it stays silent, run `sudo systemctl restart docker`.";
}
