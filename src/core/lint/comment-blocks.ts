import { linesOf } from "../edit/lines";
import type { FileKind } from "../file-kind";
import type { SourceFile } from "../submission";
import type { DockerfileModel } from "../parse/dockerfile-model";
import { lineIndex } from "../parse/line-index";
import { logicalLines } from "../parse/logical-lines";

export interface Comment {
  /** counted from 0 */
  readonly line: number;
  /** the whole line */
  readonly text: string;
  /** it stands among the parser directives at the top of a Dockerfile, and is one */
  readonly isDirective: boolean;
}

/** An instruction, or in a file of another kind a line, with the comments above it and in it. Lines count from 0. */
export interface CommentBlock {
  /** the first line behind what stands before; so comments and empty lines above belong to it */
  readonly first: number;
  /** the line where the instruction itself begins; undefined behind the last one */
  readonly start?: number;
  /** the last line, heredocs included; without end behind the last instruction */
  readonly last: number;
  readonly comments: readonly Comment[];
}

interface Stretch {
  readonly start: number;
  /** where its own text ends; heredocs follow */
  readonly textEnd: number;
  readonly last: number;
}

const DIRECTIVE = /^\s*#\s*(?:syntax|escape|check)\s*=\s*\S/i;

/**
 * A file taken apart into instructions, or lines that say something, each with its comments. A # in a heredoc is no
 * comment, nor is one behind white space in an ignore file.
 */
export function commentBlocks(
  file: SourceFile,
  kind: FileKind,
  dockerfile: DockerfileModel | undefined,
): readonly CommentBlock[] {
  const lines = linesOf(file);
  const isComment = (line: number): boolean => (kind === "dockerignore" ? /^#/ : /^\s*#/).test(lines[line] ?? "");
  const stretches = dockerfile ? instructionsOf(file) : sayingLines(lines, isComment);
  const directives = kind === "dockerfile" ? lines.findIndex((text) => !DIRECTIVE.test(text)) : 0;
  const comment = (line: number): readonly Comment[] =>
    isComment(line) ? [{ line, text: lines[line] ?? "", isDirective: directives === -1 || line < directives }] : [];
  let first = 0;
  const blocks = stretches.map(({ start, textEnd, last }): CommentBlock => {
    const block = { first, start, last, comments: span(first, textEnd).flatMap(comment) };
    first = last + 1;
    return block;
  });
  return [...blocks, { first, last: Infinity, comments: span(first, lines.length - 1).flatMap(comment) }];
}

function instructionsOf({ text }: SourceFile): readonly Stretch[] {
  const index = lineIndex(text);
  const lineAt = (offset: number): number => index.positionAt(offset).line;
  return logicalLines(text).lines.map(({ joined, end }) => ({
    start: lineAt(joined.offsetAt(0)),
    textEnd: lineAt(joined.end),
    last: lineAt(end),
  }));
}

function sayingLines(lines: readonly string[], isComment: (line: number) => boolean): readonly Stretch[] {
  return lines.flatMap((text, line) =>
    text.trim() === "" || isComment(line) ? [] : [{ start: line, textEnd: line, last: line }],
  );
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
