import type { TextRange } from "../text";
import type { DockerfileModel, Instruction } from "./dockerfile-model";
import { shellTokens, type Operator } from "./shell-tokens";
import { heredocScript } from "./heredoc-script";
import { withoutWrappers } from "./shell-wrappers";
import { argumentRanges, type ToRange } from "./argument-ranges";

export interface ShellWord {
  /** quotes and escapes taken off, variables left as written */
  readonly text: string;
  readonly range: TextRange;
}

/** One simple command: a program and its arguments. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** from its first to its last word */
  readonly range: TextRange;
  /** what joins it to the command before; undefined for the first */
  readonly joinedBy?: Operator;
}

/**
 * The simple commands that RUN, CMD, ENTRYPOINT or the CMD of a HEALTHCHECK run, in order. Both forms are read; `sh -c` is
 * seen through, and what only leads in (`exec`, `env A=b`, `sudo`) is dropped. A heredoc counts where a shell reads it.
 */
export function shellCommands(instruction: Instruction, _model: DockerfileModel): readonly ShellCommand[] {
  const known = KNOWN.get(instruction) ?? readCommands(instruction);
  KNOWN.set(instruction, known);
  return known;
}

/** An instruction never changes, and many rules ask for the commands of the same one. */
const KNOWN = new WeakMap<Instruction, readonly ShellCommand[]>();

function readCommands(instruction: Instruction): readonly ShellCommand[] {
  if (!["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"].includes(instruction.keyword)) return [];
  const toRange = argumentRanges(instruction);
  if (instruction.exec) return commandOfExec(instruction, toRange);
  const start = instruction.keyword === "HEALTHCHECK" ? (/^\S+\s*/.exec(instruction.argument)?.[0].length ?? 0) : 0;
  const commands = commandsOf(instruction.argument.slice(start), (from, to) => toRange(start + from, start + to));
  const script = heredocScript(instruction, commands.map(programOf));
  return script ? commandsOf(script.text, script.toRange) : commands;
}

/** The first word's last path part, for instance `python3` of `/usr/bin/python3`; empty where there is none. */
export function programOf({ words }: ShellCommand): string {
  const text = words[0]?.text ?? "";
  return text.slice(text.lastIndexOf("/") + 1);
}

function commandsOf(text: string, toRange: ToRange): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  let joinedBy: Operator | undefined;
  const finish = (next?: Operator): void => {
    // Behind `&&` and the like a command may go on in the next line.
    const goesOn = words.length === 0 && next === "\n" && joinedBy !== undefined;
    commands.push(...commandsFrom(words, commands.length === 0 ? undefined : joinedBy));
    words = [];
    if (!goesOn) joinedBy = next;
  };
  for (const token of shellTokens(text)) {
    if (token.kind === "operator") finish(token.text);
    else words.push({ text: token.text, range: toRange(token.start, token.end) });
  }
  finish();
  return commands;
}

/** None where only wrappers stand; several where the words are `sh -c` with a script. */
function commandsFrom(all: readonly ShellWord[], joinedBy: Operator | undefined): readonly ShellCommand[] {
  const words = withoutWrappers(all);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return [];
  const script = scriptOf(words);
  if (script) {
    const inner = commandsOf(script.text, () => script.range);
    return inner.map((command, index) => (index === 0 && joinedBy ? { ...command, joinedBy } : command));
  }
  return [{ words, range: { start: first.range.start, end: last.range.end }, ...(joinedBy && { joinedBy }) }];
}

function scriptOf(words: readonly ShellWord[]): ShellWord | undefined {
  if (!/(^|\/)(ba|da|a|z)?sh$/.test(words[0]?.text ?? "")) return undefined;
  const option = words.findIndex(({ text }, index) => index > 0 && /^-\w*c$/.test(text));
  return option === -1 ? undefined : words[option + 1];
}

function commandOfExec({ argument, exec = [] }: Instruction, toRange: ToRange): readonly ShellCommand[] {
  const strings = [...argument.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  const words = exec.map((text, index): ShellWord => {
    const at = strings[index]?.index ?? 0;
    return { text, range: toRange(at + 1, at + (strings[index]?.[0].length ?? 2) - 1) };
  });
  return commandsFrom(words, undefined);
}
