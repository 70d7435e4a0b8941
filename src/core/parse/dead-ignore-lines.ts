import type { DockerignoreLine, DockerignoreModel } from "./dockerignore-model";
import { ignoreMatcher } from "./ignore-matcher";
import { cleanPattern, MOST_PATTERNS, samplesOf } from "./ignore-samples";

/** A line of an ignore file that changes nothing. */
export interface DeadLine {
  readonly line: DockerignoreLine;
  /** `note`: a # behind the pattern is part of it; `indented`: so is one behind white space; `undone`: a later line takes the exception back */
  readonly reason: "note" | "indented" | "duplicate" | "undone";
  /** the other line of a duplicate, or the one that takes the exception back */
  readonly by?: DockerignoreLine;
}

/** The lines that Docker reads and that make no difference, in the file's order; each for one reason. None of a very long file. */
export function deadIgnoreLines(
  dockerignore: DockerignoreModel,
  paths: ReadonlySet<string> = new Set(),
): readonly DeadLine[] {
  const { lines } = dockerignore;
  if (lines.length > MOST_PATTERNS) return [];
  const matchers = lines.map(({ pattern }) => ignoreMatcher([pattern]));
  const earlier = new Map<string, DockerignoreLine>();
  const isMeant = (pattern: string): boolean => [...paths].some(ignoreMatcher([pattern]));
  return lines.flatMap((line, index): readonly DeadLine[] => {
    const { pattern, negated } = line;
    if (pattern.startsWith("#") && !negated) return isMeant(pattern) ? [] : [{ line, reason: "indented" }];
    if (/\s#/.test(pattern)) return isMeant(pattern) ? [] : [{ line, reason: "note" }];
    // a line of the other kind in between may have changed what this one does again
    if (lines[index - 1]?.negated === !negated) earlier.clear();
    const by = earlier.get(cleanPattern(pattern));
    if (by) return [{ line, reason: "duplicate", by }];
    earlier.set(cleanPattern(pattern), line);
    const deciding = negated
      ? samplesOf(pattern).map((path) => matchers.findLastIndex((matches) => matches(path)))
      : [];
    const undoing = deciding.every((each) => lines[each]?.negated === false)
      ? lines[Math.max(-1, ...deciding)]
      : undefined;
    const isBelow = undoing !== undefined && undoing.range.start.line > line.range.start.line;
    return isBelow ? [{ line, reason: "undone", by: undoing }] : [];
  });
}
