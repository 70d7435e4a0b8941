import type { TextEdit } from "../lint/finding";
import type { Position } from "../text";

/**
 * The text with all edits made, whatever their order; ranges are those of the given text. An edit that overlaps one
 * before it is left out. Two insertions at one place keep their order.
 */
export function applyEdits(text: string, edits: readonly Omit<TextEdit, "file">[]): string {
  const offsetAt = offsetsOf(text);
  const placed = edits
    .map(({ range, newText }) => ({ start: offsetAt(range.start), end: offsetAt(range.end), newText }))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  let result = "";
  let done = 0;
  for (const { start, end, newText } of placed) {
    if (start < done) continue;
    result += text.slice(done, start) + newText;
    done = Math.max(start, end);
  }
  return result + text.slice(done);
}

/** Offsets of positions; those beyond a line's end mean its end, without its line end. */
export function offsetsOf(text: string): (position: Position) => number {
  const lines: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return ({ line, character }) => {
    const place = lines[line];
    return place ? Math.min(place.start + character, place.end) : text.length;
  };
}
