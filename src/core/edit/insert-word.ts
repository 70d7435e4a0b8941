import type { TextEdit } from "../lint/finding";
import type { Instruction } from "../parse/dockerfile-model";
import type { TextRange } from "../text";

/** Puts a word behind another one of a command; in the JSON form, where every word has quotes, as one more of them. */
export function insertWord({ exec }: Instruction, { end }: TextRange, word: string): TextEdit {
  return { range: { start: end, end }, newText: exec ? `", "${word}` : ` ${word}` };
}
