/** White space as Go's unicode.IsSpace sees it, which BuildKit strips at a line's start: wider than ASCII, no U+FEFF. */
export const SPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const LEADING = new RegExp(`^[${SPACE}]+`);
const ONE = new RegExp(`^[${SPACE}]$`);

/** Whether the character is white space to BuildKit. */
export function isSpace(character: string): boolean {
  return ONE.test(character);
}

/** How many characters of white space the text begins with. */
export function leadingSpace(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0;
}
