import { version } from "../../package.json";
import { ListFault } from "../class/list/list-fault";
import { EngineFault } from "../core/container-engine";
import { FolderFault } from "../folder/folder-fault";
import type { Command, Surroundings } from "./command";
import { EXIT } from "./exit-codes";
import { Interrupted } from "./interruption";
import { plain, toAscii } from "./plain";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

const NAME = "dockerize-coach";

/** Finds the command that the arguments name and runs it. Resolves to the exit code; says on stderr what went wrong. */
export async function runProgram(
  commands: readonly Command[],
  [name, ...args]: readonly string[],
  around: Surroundings,
): Promise<number> {
  if (name === "--version" || name === "-v") return say(around.stdout, version);
  if (name === "--help" || name === "-h" || name === "help") return say(around.stdout, overview(commands));
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const wrong = name === undefined ? "say what to do" : `there is no command “${name}”`;
    say(around.stderr, `${NAME}: ${wrong}\n\n${overview(commands)}`);
    return EXIT.usage;
  }
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (options.some((arg) => arg === "--help" || arg === "-h")) {
    return say(around.stdout, `Usage: ${NAME} ${command.usage}\n\n${sentence(command.summary)}\n\n${command.help}`);
  }
  try {
    return await command.run(args, around);
  } catch (error) {
    return failed(error, command, around);
  }
}

function failed(error: unknown, command: Command, { stderr, signal }: Surroundings): number {
  if (signal.reason instanceof Interrupted) return signal.reason.exitCode;
  if (error instanceof UsageError) {
    say(stderr, `${NAME}: ${error.message}\nUsage: ${NAME} ${command.usage}`);
    return EXIT.usage;
  }
  if (error instanceof FolderFault) {
    say(stderr, `${NAME}: ${error.text.observed}\n${error.text.next}`);
    return EXIT.usage;
  }
  if (error instanceof ListFault) {
    say(stderr, `${NAME}: ${error.message}`);
    return EXIT.usage;
  }
  if (error instanceof EngineFault) {
    say(stderr, `${NAME}: ${error.text.observed}\n${error.text.why}\n${error.text.next}`);
    return EXIT.errored;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(stderr, `${NAME}: a fault of the coach itself, not of your work. Please report it:\n${detail}`);
  return EXIT.errored;
}

function overview(commands: readonly Command[]): string {
  return [
    `Usage: ${NAME} <command>`,
    "",
    ...commands.filter(({ hidden }) => !hidden).flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    "",
    `  --version, --help; ${NAME} <command> --help tells more`,
  ].join("\n");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function say(to: Terminal, text: string): 0 {
  const safe = plain(text);
  to.write(`${to.unicode ? safe : toAscii(safe)}\n`);
  return EXIT.ok;
}
