import { LexWords } from "./lex-words";
import { applyModifier } from "./variable-modifier";

export interface LexOptions {
  /** the Dockerfile's escape character */
  readonly escape: string;
  /** the value of a variable, undefined where it has none */
  readonly lookup: (name: string) => string | undefined;
  /** keep quotes in the result */
  readonly rawQuotes?: boolean;
  /** keep escape characters in the result */
  readonly rawEscapes?: boolean;
  /** leave variables without a value as they are written */
  readonly keepUnset?: boolean;
}

export type LexResult =
  | { readonly ok: true; readonly text: string; readonly words: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Quotes taken off and variables put in, as BuildKit does with most arguments. Never throws: `reason` says in plain words
 * what BuildKit would refuse. https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export function lex(source: string, options: LexOptions): LexResult {
  try {
    return { ok: true, ...new Lexer(source, options).readUntil(undefined, options.rawEscapes ?? false) };
  } catch (error) {
    if (error instanceof LexError) return { ok: false, reason: error.message };
    // A thousand variables inside each other exhaust the stack, and nothing else can fail here.
    return { ok: false, reason: "its variables are nested too deeply" };
  }
}

/** Raised and caught in this file only. */
class LexError extends Error {}

class Lexer {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly options: LexOptions,
  ) {}

  readUntil(stop: string | undefined, rawEscapes: boolean): { text: string; words: readonly string[] } {
    let text = "";
    const words = new LexWords();
    while (this.at < this.source.length) {
      const character = this.source.charAt(this.at);
      if (character === stop) {
        this.at += 1;
        words.finish();
        return { text, words: words.done };
      }
      const special = this.readSpecial(character, rawEscapes);
      if (special !== undefined) {
        text += special;
        if (character === "$") words.add(special);
        else words.addRaw(special);
        continue;
      }
      this.at += 1;
      if (character !== this.options.escape) {
        words.add(character);
        text += character;
        continue;
      }
      const escaped = (rawEscapes ? character : "") + this.source.charAt(this.at);
      this.at += 1;
      words.addRaw(escaped);
      text += escaped;
    }
    if (stop !== undefined) throw new LexError(`a closing ${stop} is missing`);
    words.finish();
    return { text, words: words.done };
  }

  private readSpecial(character: string, rawEscapes: boolean): string | undefined {
    if (character === "$") return this.readVariable();
    if (character === "'") return this.readSingleQuotes();
    if (character === '"') return this.readDoubleQuotes(rawEscapes);
    // `<<` and the white space after it stay with the word that ends the heredoc
    if (character === "<") return this.take(/<<[ \t]*|</y);
    return undefined;
  }

  private readSingleQuotes(): string {
    const end = this.source.indexOf("'", this.at + 1);
    if (end === -1) throw new LexError("a closing single quote (') is missing");
    const text = this.options.rawQuotes ? this.source.slice(this.at, end + 1) : this.source.slice(this.at + 1, end);
    this.at = end + 1;
    return text;
  }

  private readDoubleQuotes(rawEscapes: boolean): string {
    const quote = this.options.rawQuotes ? '"' : "";
    let text = quote;
    this.at += 1;
    while (this.at < this.source.length) {
      const character = this.source.charAt(this.at);
      if (character === '"') {
        this.at += 1;
        return text + quote;
      }
      if (character === "$") {
        text += this.readVariable();
        continue;
      }
      this.at += 1;
      const next = this.source.charAt(this.at);
      if (character === this.options.escape && next !== "" && ['"', "$", this.options.escape].includes(next)) {
        text += (rawEscapes ? character : "") + next;
        this.at += 1;
      } else text += character;
    }
    throw new LexError('a closing double quote (") is missing');
  }

  private readVariable(): string {
    const start = this.at;
    this.at += 1;
    if (this.source.charAt(this.at) !== "{") {
      const name = this.readName();
      if (name === "") return "$";
      return this.options.lookup(name) ?? (this.options.keepUnset ? `$${name}` : "");
    }
    this.at += 1;
    if (["{", "}", ":"].includes(this.source.charAt(this.at)))
      throw new LexError("between ${ and } a variable's name is missing");
    const name = this.readName();
    const modifier = this.take(/:?[-+?]|[#%}]|\/\/?/y);
    if (modifier === "") throw new LexError(`after \${${name} a closing } is missing, or it stands for something else`);
    const value = this.options.lookup(name);
    const operand = modifier === "}" ? "" : this.readOperand(modifier);
    const replacement = modifier.startsWith("/") ? this.readUntil("}", true).text : "";
    if (value === undefined && this.options.keepUnset) return this.source.slice(start, this.at);
    const applied = applyModifier({ name, value, modifier, operand, replacement });
    if (!applied.ok) throw new LexError(applied.reason);
    return applied.text;
  }

  private readOperand(modifier: string): string {
    const isReplacement = modifier.startsWith("/");
    return this.readUntil(isReplacement ? "/" : "}", isReplacement || modifier === "#" || modifier === "%").text;
  }

  private readName(): string {
    return this.take(/\d+|[\p{L}_][\p{L}\p{Nd}_]*|[@*#?\-$!]/uy);
  }

  /** What the sticky pattern matches here, or nothing. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}
