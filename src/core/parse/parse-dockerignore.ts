import type { SourceFile } from "../submission";
import { lineRange } from "../text";
import type { ParseProblem } from "./dockerfile-model";
import type { DockerignoreLine, DockerignoreModel } from "./dockerignore-model";
import { ignoreMatcher } from "./ignore-matcher";
import { lineIndex } from "./line-index";
import { patternProblem } from "./ignore-pattern";

/**
 * Parses an ignore file by Docker's rules. Never throws; patterns that Docker would refuse match nothing, and are problems.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function parseDockerignore(file: SourceFile): DockerignoreModel {
  const encoding = encodingProblems(file);
  const lines = encoding.length > 0 ? [] : patternsOf(file.text);
  const refused = lines.flatMap(({ pattern, range }) => {
    const refusal = patternProblem(pattern);
    return refusal === undefined ? [] : [{ range, message: `Docker cannot read this pattern. ${refusal}` }];
  });
  const matches = ignoreMatcher(lines.map(({ pattern, negated }) => (negated ? `!${pattern}` : pattern)));
  return { path: file.path, problems: [...encoding, ...refused], lines, ignores: remembered(matches) };
}

function encodingProblems({ encoding, path }: SourceFile): readonly ParseProblem[] {
  if (encoding === "utf-8") return [];
  const found = encoding === "binary" ? "is not a text file" : "is saved as UTF-16, as PowerShell's > does";
  return [{ message: `${path} ${found}; Docker reads UTF-8 only, so none of its lines count.`, range: lineRange(0) }];
}

function patternsOf(text: string): readonly DockerignoreLine[] {
  const index = lineIndex(text);
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const line = match[0].replace(/^\uFEFF/, "");
    const trimmed = line.trim();
    // Only a # at the very start makes a comment.
    if (trimmed === "" || line.startsWith("#")) return [];
    const start = match.index + match[0].indexOf(trimmed);
    const negated = trimmed.startsWith("!");
    const pattern = negated ? trimmed.slice(1).trim() : trimmed;
    return [{ pattern, negated, range: index.range(start, start + trimmed.length) }];
  });
}

/** The same paths are asked for again and again while somebody types in a Dockerfile. */
function remembered(matches: (path: string) => boolean): (path: string) => boolean {
  const answers = new Map<string, boolean>();
  return (path) => {
    const answer = answers.get(path) ?? matches(path);
    answers.set(path, answer);
    return answer;
  };
}
