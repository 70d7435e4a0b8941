import type { SourceFile } from "../submission";
import { lineRange } from "../text";
import type { ParseProblem } from "./dockerfile-model";
import type { DockerignoreLine, DockerignoreModel } from "./dockerignore-model";
import { ignoreMatcher } from "./ignore-matcher";

/** Parses an ignore file by Docker's rules. Never throws. https://docs.docker.com/build/concepts/context/#dockerignore-files */
export function parseDockerignore(file: SourceFile): DockerignoreModel {
  const problems = encodingProblems(file);
  const lines = problems.length > 0 ? [] : file.text.split("\n").flatMap(patternOf);
  const matches = ignoreMatcher(lines.map(({ pattern, negated }) => (negated ? `!${pattern}` : pattern)));
  return { path: file.path, problems, lines, ignores: (path) => matches(path) };
}

function encodingProblems({ encoding, path }: SourceFile): readonly ParseProblem[] {
  if (encoding === "utf-8") return [];
  const found = encoding === "binary" ? "is not a text file" : "is saved as UTF-16, as PowerShell's > does";
  return [{ message: `${path} ${found}; Docker reads UTF-8 only, so none of its lines count.`, range: lineRange(0) }];
}

function patternOf(text: string, line: number): readonly DockerignoreLine[] {
  const trimmed = text.trim();
  if (trimmed === "" || text.startsWith("#")) return [];
  const negated = trimmed.startsWith("!");
  const pattern = negated ? trimmed.slice(1).trim() : trimmed;
  return pattern === "" ? [] : [{ pattern, negated, range: lineRange(line, text.trimEnd().length) }];
}
