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
  const wordAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const positionAt = (offset: number, edge: "start" | "end"): Position => {
    const at = wordAt(offset);
    const word = words[at];
    if (!word) return argumentRange.start;
    const { start, end } = word.range;
    // Of a word that a continuation cuts in two, only its two ends are known.
    if (start.line !== end.line) return word.range[edge];
    const character = start.character + Math.max(0, offset - (starts[at] ?? 0)) + (edge === "end" ? 1 : 0);
    return { line: start.line, character: Math.min(character, end.character) };
  };
  return (start, end) => {
    const first = positionAt(start, "start");
    return { start: first, end: end <= start ? first : positionAt(end - 1, "end") };
  };
}
