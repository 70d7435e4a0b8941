import { jsonForm } from "./json-form";
import { lex, type LexOptions } from "./shell-lex";
import { splitFlags } from "./split-flags";

export interface HeredocWord {
  /** what the line that ends it says */
  readonly name: string;
  /** `<<-`: tabs before the ending line do not count */
  readonly chomps: boolean;
}

const TAKES_HEREDOCS = /^\s*(?:onbuild[\t\v\f\r ]+)?(?:run|copy|add)[\t\v\f\r ]/i;
const HEREDOC = /^\d*<<(-?)\s*([^<]*)$/;
/** BuildKit reads heredoc words with a backslash even where `# escape=` says otherwise. */
const PLAIN: LexOptions = { escape: "\\", lookup: () => undefined, keepUnset: true };

/**
 * The heredocs that a joined line opens, in order; none where the instruction takes none, or is in JSON form. `<<<` is none.
 * dockerfile-ast misses `<< EOF` with a space and takes the lines after it for instructions; BuildKit does not:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function heredocWords(line: string, escape: string): readonly HeredocWord[] {
  const head = TAKES_HEREDOCS.exec(line);
  if (!head || !line.includes("<<")) return [];
  const { argumentStart } = splitFlags(line, head[0].length, escape);
  if (jsonForm(line.slice(argumentStart).trim()).kind === "strings") return [];

  const split = lex(line, { ...PLAIN, rawQuotes: true, rawEscapes: true });
  if (!split.ok) return [];
  return split.words.flatMap((word) => heredocWord(word) ?? []);
}

/** The heredoc that a word opens, or undefined. */
export function heredocWord(word: string): HeredocWord | undefined {
  const [, dash, rest = ""] = HEREDOC.exec(word) ?? [];
  const name = rest === "" ? undefined : lex(rest, PLAIN);
  if (!name?.ok || name.words.length !== 1 || name.words[0] === undefined) return undefined;
  return { name: name.words[0], chomps: dash === "-" };
}
