import type { SourceFile } from "../submission";
import { lineRange } from "../text";
import type { Finding } from "./finding";

/** Nobody writes such a file by hand, and an editor must answer while somebody types. */
const MOST_LINES = 1_000;
const MOST_CHARACTERS = 128 * 1024;

/** The one finding of a file that is too long to be looked at, or undefined. */
export function tooLongToLint({ text }: SourceFile): Finding | undefined {
  if (text.length <= MOST_CHARACTERS && countLines(text) <= MOST_LINES) return undefined;
  return {
    rule: "file-does-not-parse",
    messageId: "tooLong",
    message: `This file has more than ${MOST_LINES} lines or 128 KiB. The coach does not look at files of that size, so that typing stays quick. Docker may still read it: run a build to see.`,
    severity: "information",
    range: lineRange(0),
    fixes: [],
    related: [],
    unnecessary: false,
  };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1 && lines <= MOST_LINES; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
