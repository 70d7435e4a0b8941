import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** Whether a program of that name is on the PATH. */
export function hasProgram(name, env = process.env) {
  return (env.PATH ?? "").split(delimiter).some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * How to run a program as root on a Debian-like machine: the words to put before it, none where we are root. Undefined
 * where the testbed cannot install anything: another system, or no root and no sudo that works without a password.
 */
export async function rootOnDebian() {
  if (process.platform !== "linux" || !hasProgram("apt-get") || !hasProgram("bash")) return undefined;
  if (!isReadable("/usr/share/keyrings/debian-archive-keyring.gpg")) return undefined;
  if (process.getuid() === 0) return [];
  return (await run("sudo", ["-n", "true"])).ok ? ["sudo", "-n"] : undefined;
}

function isReadable(file) {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
