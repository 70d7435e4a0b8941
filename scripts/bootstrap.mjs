// Makes a fresh clone ready with Node alone: dependencies where they are missing or older than the lock file, and a build.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Ends the program, in plain words, where the clone cannot be made ready. */
export function bootstrap() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    fail(`Node 20 or newer is needed; this is ${process.version}. Get it from https://nodejs.org/ and run this again.`);
  }
  if (!isInstalled()) {
    console.log("Installing the dependencies …");
    if (!npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")) fail("npm could not install the dependencies.");
  }
  if (!node("scripts/build.mjs")) fail("The build did not work; its message is above.");
}

/** npm writes its own copy of the lock file last: without it, or with an older one, an install is not whole. */
function isInstalled() {
  const installed = modified("node_modules/.package-lock.json");
  return installed !== undefined && installed >= (modified("package-lock.json") ?? 0);
}

function modified(path) {
  return statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs;
}

function npm(...args) {
  const program = process.env.npm_execpath;
  if (program?.endsWith("js")) return node(program, ...args);
  return spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;
}

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
