import type { SourceFile } from "../../submission";
import { lineRange } from "../../text";
import type { Instruction, ParseProblem } from "../dockerfile-model";

/** BuildKit has no such limits; they keep a file that is no Dockerfile from keeping the editor busy. */
export const LONGEST_FILE = 256 * 1024;
export const MOST_LINES = 5000;

/** Why a file is not looked into at all, or undefined. */
export function unreadable(file: SourceFile): string | undefined {
  if (file.encoding === "binary")
    return "This is no text file: it has bytes in it that no text has. Create it anew, as plain text.";
  if (file.encoding !== "utf-8") {
    return `This file is saved as UTF-16, as PowerShell's > does, and Docker reads UTF-8 only. In VS Code, click on "UTF-16" at the bottom right, choose "Save with Encoding", then UTF-8.`;
  }
  if (file.text.length > LONGEST_FILE)
    return `This file is larger than ${LONGEST_FILE / 1024} KiB, far more than a Dockerfile needs, and is not looked into.`;
  if (lineCount(file.text) > MOST_LINES)
    return `This file has more than ${MOST_LINES} lines, far more than a Dockerfile needs, and is not looked into.`;
  return undefined;
}

/** Refuses files that have no stage, and instructions before the first one. */
export function missingStage(
  text: string,
  instructions: readonly Instruction[],
  orphans: readonly Instruction[],
): readonly ParseProblem[] {
  const advice = "It has to begin with FROM and an image, for instance: FROM python:3.11-slim";
  const [first] = instructions;
  if (text.trim() === "") return [{ message: `This Dockerfile is empty. ${advice}`, range: lineRange(0) }];
  if (!first)
    return [{ message: `There are only comments in this Dockerfile, no instruction. ${advice}`, range: lineRange(0) }];
  const [orphan] = orphans;
  if (orphan) {
    const message = `${orphan.keyword} stands before the first FROM, where only ARG may. Move it below FROM.`;
    return instructions.some(({ keyword }) => keyword === "FROM")
      ? [{ message, range: orphan.keywordRange }]
      : [{ message: `There is no FROM in this Dockerfile. ${advice}`, range: first.keywordRange }];
  }
  if (instructions.some(({ keyword }) => keyword === "FROM")) return [];
  return [{ message: `There is no FROM in this Dockerfile. ${advice}`, range: first.keywordRange }];
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
