import type { EscapeCharacter } from "./dockerfile-model";
import { heredocWords, type HeredocWord } from "./heredoc-words";
import { JoinedText } from "./joined-text";
import { ParserDirectives } from "./parser-directives";
import { leadingSpace } from "./white-space";

/** One instruction as BuildKit sees it: continued lines joined, comments inside taken out. */
export interface LogicalLine {
  readonly joined: JoinedText;
  readonly escape: EscapeCharacter;
  /** bodies of its heredocs, without the lines that end them */
  readonly heredocs: readonly string[];
  /** a heredoc that nothing ends */
  readonly unterminated?: HeredocWord;
  /** offset in the document where the last of its lines ends, heredocs included */
  readonly end: number;
}

export interface OffsetProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface LogicalLines {
  readonly lines: readonly LogicalLine[];
  readonly escape: EscapeCharacter;
  readonly problems: readonly OffsetProblem[];
}

/** BuildKit's scanner stops at a line of this many bytes. */
const LONGEST_LINE = 65_535;

/**
 * Splits a Dockerfile into instructions as BuildKit does. This stands in front of dockerfile-ast, which then gets one joined
 * line at a time: by itself it takes text in some heredocs for instructions, loses its place after others, and needs
 * time that grows with the square of the file's length.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function logicalLines(text: string): LogicalLines {
  const source = new PhysicalLines(text);
  const directives = new ParserDirectives();
  const lines: LogicalLine[] = [];
  const problems: OffsetProblem[] = [];
  for (let line = source.next(); line; line = source.next()) {
    const indent = leadingSpace(line.text);
    const content = line.text.slice(indent);
    const refusal = directives.read(content);
    if (refusal) problems.push({ message: refusal, start: line.start + indent, end: line.start + line.text.length });
    if (content === "" || content.startsWith("#")) continue;
    lines.push(readInstruction(source, { text: content, start: line.start + indent }, directives.escape));
  }
  if (source.tooLong) problems.push(source.tooLong);
  return { lines, escape: directives.escape, problems };
}

function readInstruction(source: PhysicalLines, first: PhysicalLine, escape: EscapeCharacter): LogicalLine {
  const joined = new JoinedText();
  let continues = joined.append(first.text, first.start, escape);
  while (continues) {
    const line = source.next();
    if (!line) break;
    const indent = leadingSpace(line.text);
    if (indent === line.text.length || line.text.charAt(indent) === "#") continue;
    continues = joined.append(line.text, line.start, escape);
  }
  const heredocs: string[] = [];
  for (const word of heredocWords(joined.text, escape)) {
    const body = source.readHeredoc(word);
    if (body === undefined) return { joined, escape, heredocs, unterminated: word, end: source.lastEnd };
    heredocs.push(body);
  }
  return { joined, escape, heredocs, end: heredocs.length > 0 ? source.lastEnd : joined.end };
}

interface PhysicalLine {
  /** without its line end */
  readonly text: string;
  readonly start: number;
}

class PhysicalLines {
  /** where the line given last ends, its line end not included */
  lastEnd = 0;
  tooLong: OffsetProblem | undefined;
  private at: number;

  constructor(private readonly text: string) {
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  next(): PhysicalLine | undefined {
    if (this.at >= this.text.length || this.tooLong) return undefined;
    const start = this.at;
    const newline = this.text.indexOf("\n", start);
    this.at = newline === -1 ? this.text.length : newline + 1;
    // A loop, because a regular expression for the end would try from each of many carriage returns in turn.
    let end = this.at;
    while (end > start && (this.text[end - 1] === "\n" || this.text[end - 1] === "\r")) end -= 1;
    const line = this.text.slice(start, end);
    this.lastEnd = end;
    if (line.length < LONGEST_LINE / 3 || new TextEncoder().encode(line).length < LONGEST_LINE)
      return { text: line, start };
    const message =
      "This line is longer than 64 KiB, more than Docker reads. Move what it holds into a file of its own and COPY that.";
    this.tooLong = { message, start, end: this.lastEnd };
    return undefined;
  }

  /** The body up to the line that ends it; undefined where none does. */
  readHeredoc(word: HeredocWord): string | undefined {
    const start = this.at;
    for (let line = this.next(); line; line = this.next()) {
      const candidate = word.chomps ? line.text.replace(/^\t+/, "") : line.text;
      if (candidate === word.name) return this.text.slice(start, line.start);
    }
    return undefined;
  }
}
