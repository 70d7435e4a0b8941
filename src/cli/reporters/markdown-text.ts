import { plain } from "../plain";

/** A text on one line of GitHub's Markdown, in a table too: no sign of it is markup, a link, or calls somebody by name. */
export function markdownText(text: string): string {
  return plain(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[!#$&()*+\-./:<=>@[\\\]^_`{|}~]/g, "\\$&")
    .replace(/(?<!\w)\\@(?=\w)/g, `\\@${NOTHING_WIDE}`);
}

/** Lines that a program printed, as a block of code that none of them can close. */
export function codeBlock(lines: readonly string[]): string {
  const text = lines.map((line) => cut(plain(line).replace(/\n/g, " "))).join("\n");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** Between `@` and a name, where GitHub would find an account: a word joiner. */
const NOTHING_WIDE = "\u2060";

const MOST_CHARACTERS = 500;

function cut(line: string): string {
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
