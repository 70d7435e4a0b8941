import type { TextEdit } from "../lint/finding";
import type { Instruction, Pair } from "../parse/dockerfile-model";
import type { SourceFile } from "../submission";
import { deleteInstruction, linesOf, replace } from "./lines";

/**
 * Takes a pair out of an ENV, with the continuation that leads to it; the whole instruction where it is the only one.
 * Undefined where a comment stands in between, which would be lost.
 */
export function removePair(file: SourceFile, instruction: Instruction, pair: Pair): TextEdit | undefined {
  const { pairs, range } = instruction;
  const hasComment = linesOf(file)
    .slice(range.start.line, range.end.line + 1)
    .some((line) => /^\s*#/.test(line));
  if (hasComment) return undefined;
  if (pairs.length === 1) return deleteInstruction(file, instruction);
  const index = pairs.indexOf(pair);
  const [before, next] = [pairs[index - 1], pairs[index + 1]];
  if (before) return replace({ start: before.range.end, end: pair.range.end }, "");
  return next && replace({ start: pair.range.start, end: next.range.start }, "");
}
