import type { Command } from "./command";
import { watchInterruption } from "./interruption";
import { end, outputs } from "./outputs";
import { runProgram } from "./program";

/** Runs the command that this process was started for, and ends the process with its exit code. */
export function runProcess(commands: readonly Command[]): void {
  const { stdout, stderr } = outputs(process.env, process.platform);
  const signal = watchInterruption(
    (text) => {
      stderr.write(`${stderr.live ? "\r\u001b[K" : ""}${text}\n`);
    },
    (code) => {
      process.exit(code);
    },
  );
  void runProgram(commands, process.argv.slice(2), { stdout, stderr, env: process.env, signal }).then(end);
}
