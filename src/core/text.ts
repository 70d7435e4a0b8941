/** A place in a document; both count from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document; `end` is exclusive. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

/** A place in one of the submission's files; `file` is relative to the folder, with `/`. */
export interface Location {
  readonly file: string;
  readonly range: TextRange;
}

/** The range that covers one whole line, for findings that have no narrower place. */
export function lineRange(line: number, length = 0): TextRange {
  return { start: { line, character: 0 }, end: { line, character: length } };
}
