import { EngineFault } from "../../core/container-engine";
import { composeEnvironment } from "./compose-environment";
import type { DockerCall, DockerOutcome } from "../command/docker-cli";
import type { EngineContext } from "../engine-context";
import { VERSION_REFUSED, versionRefused } from "../ask/faults";

/** Runs `docker compose` with an environment from which a project takes nothing. */
export function runCompose(
  { cli, env }: Pick<EngineContext, "cli" | "env">,
  args: readonly string[],
  call: Omit<DockerCall, "env">,
): Promise<DockerOutcome> {
  return cli.run(["compose", "--ansi", "never", ...args], { ...call, env: composeEnvironment(env) });
}

/** After a call that failed: throws EngineFault where Compose is not there, or is too old for what it was asked. */
export async function throwIfUnusable(context: Pick<EngineContext, "cli" | "env">, stderr: string): Promise<void> {
  const version = await runCompose(context, ["version", "--short"], { timeoutMs: 20_000 });
  // Without the plugin, docker takes the words after `compose` for its own, and some versions just print their help.
  if (version.exitCode !== 0 || !/^v?\d+\.\d+/.test(version.stdout.trim())) throw composeMissing();
  if (TOO_OLD.test(stderr)) throw composeTooOld(version.stdout.trim());
  if (VERSION_REFUSED.test(stderr)) throw versionRefused(lastLine(stderr));
  if (OF_THE_MACHINE.test(stderr)) throw composeStopped(stderr.trim());
}

/** It lacks an option, or a key of the project file that the run itself has written. */
const TOO_OLD = /unknown (shorthand )?flag|compose\.json: .*additional propert/i;

/** Failures that no Compose file causes. */
const OF_THE_MACHINE = new RegExp(
  [
    ...["cannot connect to the docker daemon", "error during connect", "no space left on device", "i/o timeout"],
    ...["address pools have been fully subnetted", "connection reset by peer", "connection refused", "broken pipe"],
    ...[
      "(unexpected|:) EOF",
      "context deadline exceeded",
      "malformed HTTP",
      "transport connection broken",
      "looking for beginning of",
    ],
    ...["unexpected end of JSON input", "error reading remote info", "cannot unmarshal", "http: server gave HTTP"],
  ].join("|"),
  "i",
);

function composeMissing(): EngineFault {
  return new EngineFault({
    observed: "`docker compose` is not installed: Docker does not know the command.",
    why: "This check starts your services with it. A `docker-compose` with a dash is the old version 1, which ended in 2023.",
    next: "Install the Compose plugin: it comes with Docker Desktop; on Linux install the package docker-compose-plugin. Then run the checks again.",
  });
}

function composeTooOld(version: string): EngineFault {
  return new EngineFault({
    observed: `Docker Compose ${version} is too old for the grader.`,
    why: "It does not know what is needed to run your services beside other work. This is not counted against you.",
    next: "Update Docker Desktop, or on Linux the package docker-compose-plugin, then run the checks again.",
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

function composeStopped(stderr: string): EngineFault {
  return new EngineFault({
    observed: `Docker Compose could not do its work: ${lastLine(stderr)}`,
    why: "This is a fault of the machine or of Docker, not of your Compose file.",
    next: "Check that Docker runs and has free space (`docker system df`), then run the checks again.",
  });
}
