import { explain } from "./commands/explain";
import { grade } from "./commands/grade";
import { lint } from "./commands/lint";
import { start } from "./commands/start";
import { watchInterruption } from "./interruption";
import { end, outputs } from "./outputs";
import { runProgram } from "./program";

const COMMANDS = [start, grade, lint, explain];

const { stdout, stderr } = outputs(process.env, process.platform);
const signal = watchInterruption(
  (text) => {
    stderr.write(`${stderr.live ? "\r\u001b[K" : ""}${text}\n`);
  },
  (code) => {
    process.exit(code);
  },
);

void runProgram(COMMANDS, process.argv.slice(2), { stdout, stderr, env: process.env, signal }).then(end);
