import type { Position, TextRange } from "../text";
import type { Instruction } from "./dockerfile-model";

/** Turns offsets in an instruction's joined argument into the place in the document; `end` is exclusive. */
export type ToRange = (start: number, end: number) => TextRange;

/** Places inside an instruction's argument, by the words that it is made of: each knows where it stands. */
export function argumentRanges({ argument, words, argumentRange }: Instruction): ToRange {
  const starts: number[] = [];
  let from = 0;
  for (const { text } of words) {
    const start = argument.indexOf(text, from);
    starts.push(start === -1 ? from : start);
    from = (start === -1 ? from : start) + text.length;
  }
  const positionAt = (offset: number): Position => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const word = words[low];
    if (!word) return argumentRange.start;
    const { start, end } = word.range;
    const character = start.character + Math.max(0, offset - (starts[low] ?? 0));
    // A word that a continuation cuts in two has its end on another line: more exact is not known.
    return start.line === end.line ? { line: start.line, character: Math.min(character, end.character) } : start;
  };
  return (start, end) => {
    const first = positionAt(start);
    if (end <= start) return { start: first, end: first };
    const last = positionAt(end - 1);
    const isCut = words.some(({ range }) => range.start.line !== range.end.line && same(range.start, last));
    return { start: first, end: isCut ? last : { line: last.line, character: last.character + 1 } };
  };
}

function same(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}
