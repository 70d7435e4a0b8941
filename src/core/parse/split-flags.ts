import { isSpace } from "./white-space";

export interface RawFlag {
  /** quotes and escapes taken off, for instance `--from=builder` */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SplitFlags {
  readonly flags: readonly RawFlag[];
  /** where the arguments begin; the text's length where there are none */
  readonly argumentStart: number;
}

/**
 * Splits `--flags` off an instruction's text, as BuildKit does for every instruction alike: quoted white space stays in a
 * flag, the first word without dashes ends them, and so does `--`. dockerfile-ast's flags differ in all three.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/split_command.go
 */
export function splitFlags(text: string, from: number, escape: string): SplitFlags {
  const flags: RawFlag[] = [];
  let at = from;
  for (;;) {
    while (at < text.length && isSpace(text.charAt(at))) at += 1;
    if (!text.startsWith("--", at)) return { flags, argumentStart: at };
    const flag = readFlag(text, at, escape);
    at = flag.end;
    if (flag.text === "--") {
      while (at < text.length && isSpace(text.charAt(at))) at += 1;
      return { flags, argumentStart: at };
    }
    flags.push(flag);
  }
}

function readFlag(text: string, start: number, escape: string): RawFlag {
  let word = "";
  let quote = "";
  let at = start;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote === "" && isSpace(character)) break;
    if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = "";
    else if (character === escape) word += text.charAt((at += 1));
    else word += character;
  }
  return { text: word, start, end: Math.min(at, text.length) };
}
