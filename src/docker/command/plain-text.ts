import { stripVTControlCharacters } from "node:util";

/**
 * Text of a container or a build as it may be shown anywhere: no ANSI escapes, no control characters but line feed and
 * tab, and of a line that was overwritten by carriage returns (progress bars) only what stood there last.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).split("\n").map(plainLine).join("\n");
}

/** By position and not by one pattern, which would take minutes for a long line. */
function plainLine(line: string): string {
  const shown = line.replace(/\r+$/, "");
  return shown.slice(shown.lastIndexOf("\r") + 1).replace(CONTROL, "");
}

/** The same as lines, without the empty one after a closing line feed. */
export function plainLines(text: string): readonly string[] {
  const lines = plainText(text).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** C0 but tab and line feed, DEL, C1, and the marks that reorder text on screen. */

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
