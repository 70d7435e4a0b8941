import { spawnSync } from "node:child_process";
import { constants, copyFileSync, openSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const wrapper = fileURLToPath(new URL("suite-wrapper.cjs", import.meta.url));

/**
 * What a suite prints, as it prints it. VS Code would hand over the extension host's console mixed with its own log, so
 * a wrapper around the suite writes to a named pipe as well. Returns { suite: the wrapper's path, close }.
 */
export function wrapSuite(suite, folder, onText) {
  const pipe = join(folder, "suite-output");
  if (spawnSync("mkfifo", [pipe]).status !== 0) throw new Error("mkfifo did not work");
  const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const reader = new Socket({ fd: descriptor, readable: true, writable: false });
  reader.setEncoding("utf8").on("data", onText);
  const copy = join(folder, "suite-wrapper.cjs");
  copyFileSync(wrapper, copy);
  writeFileSync(join(folder, "suite.json"), JSON.stringify({ suite, pipe }));
  return { suite: copy, close: () => reader.destroy() };
}
