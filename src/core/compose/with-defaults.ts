/** Stands in a text for a variable that has no default: nobody knows its value here. */
export const UNKNOWN = "$";

/** No port, address or setting is longer; a text of braces alone must not keep us busy. */
const LONGEST = 2000;

/**
 * A text of a Compose file with the defaults of its variables put in: `${PORT:-5000}` is `5000`. Each variable without one
 * becomes a `$`, and so does `$$`. https://docs.docker.com/reference/compose-file/interpolation/
 */
export function withDefaults(text: string): string {
  if (!text.includes("$")) return text;
  if (text.length > LONGEST) return UNKNOWN;
  let result = "";
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const [plain] = /^\$(?:\$|\w+)/.exec(rest) ?? [];
    if (plain !== undefined) {
      result += UNKNOWN;
      at += plain.length;
    } else if (rest.startsWith("${")) {
      const end = closingBrace(text, at + 2);
      result += defaultOf(text.slice(at + 2, end));
      at = end + 1;
    } else {
      result += text[at] ?? "";
      at += 1;
    }
  }
  return result;
}

function defaultOf(inside: string): string {
  const [, , otherwise] = /^(\w+):?-([\s\S]*)$/.exec(inside) ?? [];
  return otherwise === undefined ? UNKNOWN : withDefaults(otherwise);
}

/** Where the brace ends that was opened in front of a place; the text's end where none closes it. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith("${", at)) depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
