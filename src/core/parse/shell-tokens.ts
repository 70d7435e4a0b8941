/** A piece of a shell's command line; offsets are those of the text that was read. */
export type ShellToken =
  | { readonly kind: "word"; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: "operator"; readonly text: Operator };

export type Operator = "&&" | "||" | ";" | "|" | "&" | "\n";

const OPERATOR = /^(?:&&|\|\||;;?&?|\|&?|&(?!>)|\n)/;
const REDIRECTION = /^(?:&>>?|<<<|<<-?|[<>]\||>>|<>|[<>]&?)/;

/**
 * Splits a command line as a shell does: quotes and escapes taken off, redirections and comments left out, parentheses of
 * subshells dropped. Variables and `$(…)` stay in their words as written. Never throws; an open quote ends with the text.
 */
export function shellTokens(text: string): readonly ShellToken[] {
  const tokens: ShellToken[] = [];
  let at = 0;
  let skipsWord = false;
  while (at < text.length) {
    const character = text[at] ?? "";
    const rest = text.slice(at, at + 4);
    if (/[ \t\r\v\f()]/.test(character)) at += 1;
    else if (character === "#") at = endOfLine(text, at);
    else if (OPERATOR.test(rest)) {
      const found = OPERATOR.exec(rest)?.[0] ?? character;
      tokens.push({ kind: "operator", text: operatorOf(found) });
      skipsWord = false;
      at += found.length;
    } else if (REDIRECTION.test(rest)) {
      at += REDIRECTION.exec(rest)?.[0].length ?? 1;
      skipsWord = true;
    } else {
      const word = readWord(text, at);
      const isDescriptor = /^\d+$/.test(word.text) && /[<>]/.test(text[word.end] ?? "");
      if (!skipsWord && !isDescriptor) tokens.push({ kind: "word", ...word });
      skipsWord = false;
      at = Math.max(word.end, at + 1);
    }
  }
  return tokens;
}

function operatorOf(found: string): Operator {
  if (found === "&&" || found === "||" || found === "\n" || found === "&") return found;
  return found.startsWith("|") ? "|" : ";";
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function readWord(text: string, start: number): { text: string; start: number; end: number } {
  let word = "";
  let at = start;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (/[\s;&|<>()]/.test(character)) break;
    if (character === "'" || character === '"') {
      const quoted = readQuoted(text, at, character);
      word += quoted.text;
      at = quoted.end;
    } else if (character === "\\") {
      word += text[at + 1] === "\n" ? "" : (text[at + 1] ?? "");
      at += 2;
    } else if (text.startsWith("$(", at) || character === "`") {
      const end = endOfSubstitution(text, at);
      word += text.slice(at, end);
      at = end;
    } else {
      word += character;
      at += 1;
    }
  }
  return { text: word, start, end: Math.min(at, text.length) };
}

function readQuoted(text: string, start: number, quote: string): { text: string; end: number } {
  let inside = "";
  let at = start + 1;
  for (; at < text.length && text[at] !== quote; at += 1) {
    const next = text[at + 1] ?? "";
    const isEscape = quote === '"' && text[at] === "\\" && /["\\$`\n]/.test(next);
    if (isEscape) at += 1;
    if (!isEscape || next !== "\n") inside += text[at] ?? "";
  }
  return { text: inside, end: Math.min(at + 1, text.length) };
}

/** The end of `$(…)`, brackets inside counted, or of a pair of backticks. */
function endOfSubstitution(text: string, start: number): number {
  if (text[start] === "`") {
    const end = text.indexOf("`", start + 1);
    return end === -1 ? text.length : end + 1;
  }
  let depth = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
