import { lineIndex } from "../../core/parse/line-index";
import type { TextRange } from "../../core/text";

/** The one stretch in which two texts differ, so that cursors and folds outside of it stay where they are. */
export function changedLines(before: string, after: string): { readonly range: TextRange; readonly newText: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  start = before.lastIndexOf("\n", start - 1) + 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const range = lineIndex(before).range(start, before.length - end);
  return { range, newText: after.slice(start, after.length - end) };
}
