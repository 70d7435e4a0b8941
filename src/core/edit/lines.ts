import type { TextEdit } from "../lint/finding";
import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import type { SourceFile } from "../submission";
import type { TextRange } from "../text";

/** The line end that a file uses: the first one in it, `\n` where it has none. */
export function lineEndOf({ text }: SourceFile): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The file's lines without their ends; the last is empty where the text ends with a line end. */
export function linesOf(file: SourceFile): readonly string[] {
  const lines = LINES.get(file) ?? file.text.split(/\r\n|\n|\r/);
  LINES.set(file, lines);
  return lines;
}

/** A file never changes, and each fix of its many findings asks for its lines. */
const LINES = new WeakMap<SourceFile, readonly string[]>();

/** Replaces what stands at a range. */
export function replace(range: TextRange, newText: string): TextEdit {
  return { range, newText };
}

/** Puts whole lines in front of a line (counted from 0; beyond the last line means the end of the file). */
export function insertLines(file: SourceFile, line: number, newLines: readonly string[]): TextEdit {
  const eol = lineEndOf(file);
  const lines = linesOf(file);
  if (line < lines.length) return at({ line, character: 0 }, newLines.map((text) => text + eol).join(""));
  const last = lines.length - 1;
  const character = lines[last]?.length ?? 0;
  const block = newLines.join(eol);
  return at({ line: last, character }, character === 0 ? block + eol : eol + block);
}

/** Puts lines in front of an instruction, above the comment lines that stand right above it and belong to it. */
export function insertBefore(
  file: SourceFile,
  dockerfile: DockerfileModel,
  instruction: Instruction,
  newLines: readonly string[],
): TextEdit {
  return insertLines(file, firstLineOf(file, dockerfile, instruction), newLines);
}

/** Puts lines behind an instruction, its continuation lines and heredocs. */
export function insertAfter(file: SourceFile, instruction: Instruction, newLines: readonly string[]): TextEdit {
  return insertLines(file, instruction.range.end.line + 1, newLines);
}

/** Takes an instruction out with its lines and their end; its comments stay. */
export function deleteInstruction(file: SourceFile, { range }: Instruction): TextEdit {
  return deleteLines(file, range.start.line, range.end.line);
}

/** Takes lines out, from the first to the last, both counted from 0 and both included. */
export function deleteLines(file: SourceFile, first: number, last: number): TextEdit {
  const lines = linesOf(file);
  if (last + 1 < lines.length)
    return { range: { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } }, newText: "" };
  const end = { line: last, character: lines[last]?.length ?? 0 };
  const start = first === 0 ? { line: 0, character: 0 } : { line: first - 1, character: lines[first - 1]?.length ?? 0 };
  return { range: { start, end }, newText: "" };
}

const DIRECTIVE = /^\s*#\s*(syntax|escape|check)\s*=/i;

/** The line where an instruction begins, the comments right above it included. */
export function firstLineOf(file: SourceFile, dockerfile: DockerfileModel, { range }: Instruction): number {
  const lines = linesOf(file);
  const before = dockerfile.stages.flatMap(({ instructions }) => instructions).map((other) => other.range.end.line);
  const floor = Math.max(-1, ...before.filter((line) => line < range.start.line));
  let first = range.start.line;
  while (first - 1 > floor && /^\s*#/.test(lines[first - 1] ?? "") && !DIRECTIVE.test(lines[first - 1] ?? ""))
    first -= 1;
  return first;
}

function at(position: TextRange["start"], newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}
