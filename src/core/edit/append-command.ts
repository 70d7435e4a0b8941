import type { TextEdit } from "../lint/finding";
import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { shellCommands } from "../parse/shell-commands";
import type { SourceFile } from "../submission";
import { lineEndOf, linesOf } from "./lines";

/** What opens a block or ends the script: what is put behind it would belong to something else. */
const BLOCK = /[(){}`#]|\b(?:if|then|for|while|until|do|case|exit|exec|trap|sudo)\b/;

/**
 * Adds a command at the end of a RUN, in the way that its last commands are joined: on its line, or on a line of its own.
 * Undefined where the end of the script is not simply the end of a list of commands.
 */
export function appendCommand(
  file: SourceFile,
  model: DockerfileModel,
  instruction: Instruction,
  command: string,
): TextEdit | undefined {
  const { argument, argumentRange, exec, heredocs, range } = instruction;
  const commands = shellCommands(instruction, model);
  const isList = commands.every(({ joinedBy = "&&" }) => joinedBy === "&&" || joinedBy === ";");
  const isPlain = !BLOCK.test(argument.replace(/\$\{[^}]*\}/g, "")) && !/[;&|\\]\s*$/.test(argument);
  if (exec || heredocs.length > 0 || !isList || !isPlain) return undefined;
  const lines = linesOf(file);
  const end = argumentRange.end;
  const last = lines[range.end.line] ?? "";
  if (end.line !== range.end.line || last.slice(end.character).trim() !== "") return undefined;
  if (range.start.line === range.end.line)
    return { range: { start: end, end }, newText: ` && ${command}` };
  const indent = /^[ \t]*/.exec(last)?.[0] ?? "";
  const [, joint = "&& "] = /^[ \t]*(&&[ \t]*)/.exec(last) ?? [];
  return { range: { start: end, end }, newText: ` ${model.escape}${lineEndOf(file)}${indent}${joint}${command}` };
}
