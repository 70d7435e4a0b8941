import type { Position, TextRange } from "../text";

/** Translates offsets of one document into positions. */
export interface LineIndex {
  positionAt(offset: number): Position;
  range(start: number, end: number): TextRange;
}

/** Reads the document's line ends once: CRLF, LF or a lone CR, as editors count lines. Offsets beyond the end mean the end. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  const ends: number[] = [];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }

  const positionAt = (offset: number): Position => {
    const inside = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    // between a CR and its LF is no place of its own
    return { line: low, character: Math.min(inside, ends[low] ?? text.length) - (starts[low] ?? 0) };
  };
  return { positionAt, range: (start, end) => ({ start: positionAt(start), end: positionAt(end) }) };
}
