import type { Position, TextRange } from "./text";

/** Whether a place lies in a range, its end included: a cursor behind a word's last letter is still at the word. */
export function contains({ start, end }: TextRange, { line, character }: Position): boolean {
  if (line < start.line || line > end.line) return false;
  return (line > start.line || character >= start.character) && (line < end.line || character <= end.character);
}
