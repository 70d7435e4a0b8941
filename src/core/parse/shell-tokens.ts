import { beginsSubstitution, endOfEscape, readWord } from "./shell-word";

/** A piece of a shell's command line; offsets are those of the text that was read. */
export type ShellToken =
  | { readonly kind: "word"; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: "operator"; readonly text: Operator };

export type Operator = "&&" | "||" | ";" | "|" | "&" | "\n";

const OPERATOR = /^(?:&&|\|\||;;?&?|\|&?|&(?!>)|\n)/;
const REDIRECTION = /^(?:&>>?|<<<|<<-?|[<>]\||>>|<>|[<>]&?)/;

/** What a redirection makes of the word behind it: the name of a file, or of the line that ends a heredoc. */
type Awaited = "file" | "heredoc" | "chomped heredoc";

/**
 * Splits a command line as a shell does: quotes and escapes taken off, redirections, heredocs and comments left out,
 * parentheses of subshells dropped. Variables and `$(…)` stay in their words as written. Never throws; an open quote ends with the text.
 */
export function shellTokens(text: string): readonly ShellToken[] {
  const tokens: ShellToken[] = [];
  const heredocs: { readonly name: string; readonly chomps: boolean }[] = [];
  let awaited: Awaited | undefined;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    const rest = text.slice(at, at + 4);
    if (/[ \t\r\v\f()]/.test(character)) at += 1;
    else if (/^\\\r?\n/.test(rest)) at = endOfEscape(text, at);
    else if (character === "#") at = endOfLine(text, at);
    else if (OPERATOR.test(rest)) {
      const found = OPERATOR.exec(rest)?.[0] ?? character;
      tokens.push({ kind: "operator", text: operatorOf(found) });
      awaited = undefined;
      at += found.length;
      if (found === "\n") for (const heredoc of heredocs.splice(0)) at = behindHeredoc(text, at, heredoc);
    } else if (REDIRECTION.test(rest) && !beginsSubstitution(text, at)) {
      const found = REDIRECTION.exec(rest)?.[0] ?? character;
      awaited = found === "<<" ? "heredoc" : found === "<<-" ? "chomped heredoc" : "file";
      at += found.length;
    } else {
      const word = readWord(text, at);
      const isDescriptor = /^\d+$/.test(word.text) && /[<>]/.test(text[word.end] ?? "");
      if (awaited === undefined && !isDescriptor) tokens.push({ kind: "word", ...word });
      if (awaited !== undefined && awaited !== "file")
        heredocs.push({ name: word.text, chomps: awaited === "chomped heredoc" });
      awaited = undefined;
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

/** Behind the line that ends a heredoc whose body begins at `at`. */
function behindHeredoc(text: string, at: number, { name, chomps }: { name: string; chomps: boolean }): number {
  for (let start = at; start < text.length;) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end).replace(/\r$/, "");
    start = end + 1;
    if ((chomps ? line.replace(/^\t+/, "") : line) === name) return start;
  }
  return text.length;
}
