import type { SourceFile } from "../submission";
import { lineRange, type TextRange } from "../text";
import { buildStages } from "./build-stages";
import type { DockerfileModel, ParseProblem } from "./dockerfile-model";
import { lineIndex, type LineIndex } from "./line-index";
import { logicalLines, type LogicalLine } from "./logical-lines";
import { instructionProblems } from "./problems/instruction-problems";
import { stageProblems } from "./problems/stages";
import { missingStage, unreadable } from "./problems/whole-file";
import { readInstruction } from "./read-instruction";

/** Parses a Dockerfile as BuildKit would read it. Never throws: what BuildKit would refuse is in `problems`. */
export function parseDockerfile(file: SourceFile): DockerfileModel {
  const refusal = unreadable(file);
  if (refusal !== undefined) {
    const problems = [{ message: refusal, range: lineRange(0) }];
    return { path: file.path, problems, globalArgs: new Map(), preamble: [], stages: [], escape: "\\" };
  }
  const index = lineIndex(file.text);
  const { lines, escape, problems } = logicalLines(file.text);
  const instructions = lines.map((line) => readInstruction(line, index));
  const { stages, globalArgs, preamble, orphans } = buildStages(instructions, escape);
  return {
    path: file.path,
    problems: inOrder([
      ...problems.map(({ message, start, end }) => ({ message, range: index.range(start, end) })),
      ...lines.flatMap((line) => unterminated(line, index)),
      ...instructions.flatMap((instruction) => instructionProblems(instruction, escape)),
      ...missingStage(file.text, instructions, orphans),
      ...stageProblems({ stages, globalArgs, escape }),
    ]),
    globalArgs,
    preamble,
    stages,
    escape,
  };
}

function unterminated({ unterminated: word, joined }: LogicalLine, index: LineIndex): readonly ParseProblem[] {
  if (!word) return [];
  const at = Math.max(joined.text.indexOf("<<"), 0);
  const message = `The text that begins with <<${word.name} does not end: a line with ${word.name} alone, not indented, is missing.`;
  return [{ message, range: index.range(joined.offsetAt(at), joined.end) }];
}

/** One problem a place: what is found wrong twice is wrong for the first reason. */
function inOrder(problems: readonly ParseProblem[]): readonly ParseProblem[] {
  const places = new Set<string>();
  const key = ({ start, end }: TextRange) => `${start.line}:${start.character}-${end.line}:${end.character}`;
  return problems
    .filter(({ range }) => places.size !== places.add(key(range)).size)
    .toSorted(
      (one, other) =>
        one.range.start.line - other.range.start.line || one.range.start.character - other.range.start.character,
    );
}
