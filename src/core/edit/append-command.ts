import type { TextEdit } from "../lint/finding";
import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { shellCommands } from "../parse/shell-commands";
import type { SourceFile } from "../submission";
import { lineEndOf, linesOf } from "./lines";

/** What opens a block, or is not sure to go on: what is put behind it may belong to something else, or never run. */
const BLOCK = /[(){}`#]|\b(?:if|then|for|while|until|do|case|exit|exec|trap|sudo|bash|sh)\b/;

/**
 * Adds a command at the end of a RUN, on its line or on a line of its own, joined as the commands before it are. Undefined
 * where the end of the instruction is not simply the end of a list of commands.
 */
export function appendCommand(
  file: SourceFile,
  model: DockerfileModel,
  instruction: Instruction,
  command: string,
): TextEdit | undefined {
  const { argument, argumentRange, exec, heredocs, range } = instruction;
  const isList = shellCommands(instruction, model).every(
    ({ joinedBy = "&&" }) => joinedBy === "&&" || joinedBy === ";",
  );
  const isPlain = !BLOCK.test(argument.replace(/\$\{[^}]*\}/g, "")) && !/[;&|\\]\s*$/.test(argument);
  const { end } = argumentRange;
  const lines = linesOf(file).slice(range.start.line, range.end.line + 1);
  const isAtEnd = end.line === range.end.line && (lines.at(-1) ?? "").slice(end.character).trim() === "";
  if (exec || heredocs.length > 0 || !isList || !isPlain || !isAtEnd) return undefined;
  return { range: { start: end, end }, newText: joint(lines, model.escape, lineEndOf(file)) + command };
}

/** What comes between the last command and the new one, in the style of the lines. */
function joint([, ...continued]: readonly string[], escape: string, lineEnd: string): string {
  const [first] = continued;
  if (first === undefined) return " && ";
  const leading = continued.findLast((line) => /^\s*&&/.test(line));
  if (leading !== undefined) return ` ${escape}${lineEnd}${/^\s*&&\s*/.exec(leading)?.[0] ?? ""}`;
  return ` && ${escape}${lineEnd}${/^\s*/.exec(first)?.[0] ?? ""}`;
}
