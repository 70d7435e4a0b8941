/** A text that may hold the learner's own words, made safe for a terminal: control characters would move its cursor. */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, "  ")
    .replace(/(?!\n)\p{Cc}/gu, "");
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
