/** Text put together from pieces of a document, that knows where in the document each character stands. */
export class JoinedText {
  private content = "";
  private readonly pieces: { readonly at: number; readonly offset: number }[] = [];
  private last = 0;

  get text(): string {
    return this.content;
  }

  /** offset in the document where the last piece ends */
  get end(): number {
    return this.last;
  }

  /**
   * Adds a physical line, its continuation character taken off; true if it had one. White space on both sides of the
   * joint becomes one space, so that what people indent reads as one line; without any, words grow together as in Docker.
   */
  append(line: string, offset: number, escape: string): boolean {
    const kept = withoutContinuation(line, escape);
    const indent = this.content === "" ? 0 : joint(this.content, kept);
    this.pieces.push({ at: this.content.length, offset: offset + indent });
    this.content += kept.slice(indent);
    this.last = offset + kept.length;
    return kept.length < line.length;
  }

  /** The document's offset of the character at `index`; of the end of the last piece for indices beyond. */
  offsetAt(index: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.pieces[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    return piece ? Math.min(piece.offset + index - piece.at, this.last) : 0;
  }

  /** The document's offset just behind the character before `index`: the exclusive end of what stops there. */
  endAt(index: number): number {
    return index === 0 ? this.offsetAt(0) : this.offsetAt(index - 1) + 1;
  }
}

/** How much of the next piece's white space to drop. */
function joint(before: string, piece: string): number {
  const indent = /^[ \t]*/.exec(piece)?.[0].length ?? 0;
  if (isBlank(before.at(-1))) return indent;
  return Math.max(0, indent - 1);
}

/** An escape character at the line's end continues it, unless it is escaped itself. */
function withoutContinuation(line: string, escape: string): string {
  let end = line.length;
  while (isBlank(line[end - 1])) end -= 1;
  const trimmed = line.slice(0, end);
  if (!trimmed.endsWith(escape)) return line;
  const isEscaped = trimmed.length > 1 && trimmed.charAt(trimmed.length - 2) === escape;
  return isEscaped ? line : trimmed.slice(0, -1);
}

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";
