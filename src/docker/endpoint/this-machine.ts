import { accessSync, constants, existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { Environment, Machine } from "./endpoint";
import type { ProgramSearch } from "../command/find-program";

/** The machine that this process runs on, as the search for the engine and for its command line see it. */
export function thisMachine(env: Environment): Machine & ProgramSearch & { readonly desktopFound: boolean } {
  const home = env.HOME || env.USERPROFILE || orUndefined(homedir) || "";
  return {
    env,
    platform: process.platform,
    homedir: home,
    readFile: (file) => orUndefined(() => readFileSync(file, "utf8")),
    exists: existsSync,
    isExecutable: (file) => orUndefined(() => (accessSync(file, constants.X_OK), isFile(file))) ?? false,
    desktopFound: desktopPlaces(home, env).some((place) => existsSync(place)),
  };
}

function desktopPlaces(home: string, env: Environment): readonly string[] {
  const programs = env.ProgramFiles ?? "C:\\Program Files";
  if (process.platform === "win32") return [path.join(programs, "Docker", "Docker", "Docker Desktop.exe")];
  if (process.platform === "darwin") return ["/Applications/Docker.app"];
  return ["/opt/docker-desktop", ...(home === "" ? [] : [path.join(home, ".docker", "desktop")])];
}

/** What Windows's Store installs is a link that only the system itself can follow. */
function isFile(file: string): boolean {
  return orUndefined(() => statSync(file).isFile()) ?? (process.platform === "win32" && lstatSync(file).isFile());
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
