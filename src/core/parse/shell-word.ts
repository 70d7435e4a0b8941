/** A word of a shell's command line, with its place in the text. */
export interface RawWord {
  /** quotes and escapes taken off; variables and `$(…)` as written */
  readonly text: string;
  readonly start: number;
  /** exclusive */
  readonly end: number;
}

/** A command or a variable that the shell puts in: it may hold blanks and quotes of its own. */
const SUBSTITUTION = /[$<>]\(|\$\{|`/y;

/** Whether `$(…)`, `${…}`, `<(…)` or a pair of backticks begins here. */
export function beginsSubstitution(text: string, at: number): boolean {
  SUBSTITUTION.lastIndex = at;
  return SUBSTITUTION.test(text);
}

/** Characters that mean nothing but themselves, outside of quotes and inside of double ones. */
const PLAIN = /[^\s;&|<>()'"\\`$]+/y;
const PLAIN_IN_QUOTES = /[^"\\`$]+/y;

/** The run of plain characters at a place; empty where there is none. */
function runAt(plain: RegExp, text: string, at: number): string {
  plain.lastIndex = at;
  return plain.exec(text)?.[0] ?? "";
}

/** Reads the word that begins at `start`. What nothing closes ends with the text. */
export function readWord(text: string, start: number): RawWord {
  let word = "";
  let at = start;
  while (at < text.length) {
    const run = runAt(PLAIN, text, at);
    word += run;
    at += run.length;
    if (at >= text.length) break;
    const character = text[at] ?? "";
    const end = character === "\\" ? endOfEscape(text, at) : undefined;
    if (beginsSubstitution(text, at)) {
      const close = endOfSubstitution(text, at);
      word += text.slice(at, close);
      at = close;
    } else if (character === "'" || character === '"') {
      const quoted = readQuoted(text, at, character);
      word += quoted.text;
      at = quoted.end;
    } else if (end !== undefined) {
      word += text.slice(at + 1, end).replace(/^\r?\n$/, "");
      at = end;
    } else if (/[\s;&|<>()]/.test(character)) break;
    else {
      word += character;
      at += 1;
    }
  }
  return { text: word, start, end: Math.min(at, text.length) };
}

/** Where a backslash and what it escapes end; a line end may be two characters. */
export function endOfEscape(text: string, at: number): number {
  return at + (text.startsWith("\r\n", at + 1) ? 3 : 2);
}

function readQuoted(text: string, start: number, quote: string): { text: string; end: number } {
  if (quote === "'") {
    const end = endAfter(text, quote, start + 1);
    return { text: text.slice(start + 1, text[end - 1] === quote && end > start + 1 ? end - 1 : end), end };
  }
  let inside = "";
  let at = start + 1;
  while (at < text.length && text[at] !== quote) {
    const run = runAt(PLAIN_IN_QUOTES, text, at);
    inside += run;
    at += run.length;
    if (run !== "") continue;
    let end = at + 1;
    if (text[at] === "\\" && /["\\$`\r\n]/.test(text[at + 1] ?? "")) {
      end = endOfEscape(text, at);
      inside += text.slice(at + 1, end).replace(/^\r?\n$/, "");
    } else {
      if (beginsSubstitution(text, at)) end = endOfSubstitution(text, at);
      inside += text.slice(at, end);
    }
    at = end;
  }
  return { text: inside, end: Math.min(at + 1, text.length) };
}

const CLOSES: Readonly<Record<string, string>> = { "(": ")", "{": "}", '"': '"' };

/** The end of what `beginsSubstitution`; brackets and quotes inside are counted. */
function endOfSubstitution(text: string, start: number): number {
  if (text[start] === "`") return endAfter(text, "`", start + 1);
  const open: string[] = [CLOSES[text[start + 1] ?? ""] ?? ")"];
  let at = start + 2;
  while (at < text.length) {
    const character = text[at] ?? "";
    const isQuoted = open.at(-1) === '"';
    if (character === "\\") at += 2;
    else if (character === "'" && !isQuoted) at = endAfter(text, "'", at + 1);
    else {
      if (character === open.at(-1)) open.pop();
      else if (text[at - 1] === "$" && /[({]/.test(character)) open.push(CLOSES[character] ?? ")");
      else if (!isQuoted && /[("]/.test(character)) open.push(CLOSES[character] ?? ")");
      at += 1;
      if (open.length === 0) return at;
    }
  }
  return text.length;
}

function endAfter(text: string, quote: string, from: number): number {
  const end = text.indexOf(quote, from);
  return end === -1 ? text.length : end + 1;
}
