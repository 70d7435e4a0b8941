import type { TextEdit } from "../lint/finding";
import type { SourceFile } from "../submission";
import type { TextRange } from "../text";
import { linesOf, replace } from "./lines";

/**
 * Takes a word out of a command line with the white space in front of it, or out of a JSON list with the comma in front of it.
 * Undefined where it does not follow another word on its line.
 */
export function removeWord(file: SourceFile, { start, end }: TextRange): TextEdit | undefined {
  const line = linesOf(file)[start.line] ?? "";
  if (start.line !== end.line) return undefined;
  const [quote] = /["']?$/.exec(line.slice(0, start.character)) ?? [""];
  const isQuoted = quote !== "" && line.slice(end.character).startsWith(quote);
  const from = start.character - (isQuoted ? 1 : 0);
  const [gap] = /\S(\s*,\s*|\s+)$/.exec(line.slice(0, from)) ?? [];
  if (gap === undefined) return undefined;
  const to = end.character + (isQuoted ? 1 : 0);
  return replace({ start: { ...start, character: from - gap.length + 1 }, end: { ...end, character: to } }, "");
}
