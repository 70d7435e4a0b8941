import { linesOf } from "./lines";
import type { Instruction } from "../parse/dockerfile-model";
import type { SourceFile } from "../submission";

/** Whether the file writes its keywords in lower case, judged by one of its instructions. */
export function isLowerCase({ writtenKeyword, keyword }: Instruction): boolean {
  return writtenKeyword !== keyword && writtenKeyword === keyword.toLowerCase();
}

/** A keyword in the case of an instruction of the same file. */
export function keywordLike(instruction: Instruction, keyword: string): string {
  return isLowerCase(instruction) ? keyword.toLowerCase() : keyword;
}

/** The white space in front of an instruction, for lines that are put beside it. */
export function indentOf(file: SourceFile, { range }: Instruction): string {
  return /^[ \t]*/.exec(linesOf(file)[range.start.line] ?? "")?.[0] ?? "";
}
