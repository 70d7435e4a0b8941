import { plainText } from "../docker/command/plain-text";

/**
 * A text that may hold the learner's own words, made safe for a terminal and for the log of a workflow: nothing that moves
 * the cursor or turns text around, and nothing that GitHub's runner would take for a command.
 */
export function plain(text: string): string {
  return plainText(text.replace(/\r\n?/g, "\n"))
    .replace(/\t/g, "  ")
    .replace(TURNING_OR_UNSEEN, "")
    .replace(COMMAND_IN_A_LINE, "# ")
    .replace(COMMAND_OF_A_LINE, ": ");
}

/** The same on one line, cut to a width. */
export function oneLine(text: string, width: number): string {
  const characters = [...plain(text).replace(/\s+/g, " ").trim()];
  return characters.length <= width ? characters.join("") : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}

/** For terminals that know only the oldest characters. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (character) => ASCII[character] ?? "?");
}

/** Marks of direction that have no glyph, line ends that only some readers know, and a byte order mark. */
const TURNING_OR_UNSEEN = /[\u061c\u200e\u200f\u2028\u2029\ufeff]/g;

/**
 * The runner takes `##[name]` anywhere in a line of output for a command, and `::name …::` where a line begins with it, or
 * a word, since a long text is wrapped. https://github.com/actions/runner, src/Runner.Common/ActionCommand.cs
 */
const COMMAND_IN_A_LINE = /#(?=#\[)/g;
const COMMAND_OF_A_LINE = /(?<!\S):(?=:[a-z])/gi;

const ASCII: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "…": "...",
  "–": "-",
  "—": "-",
  "·": "-",
  "×": "x",
  "→": "->",
  "≤": "<=",
  "≥": ">=",
  "\u00a0": " ",
};
