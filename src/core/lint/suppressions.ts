import type { FileKind } from "../file-kind";
import type { DockerfileModel } from "../parse/dockerfile-model";
import { commentBlocks } from "./comment-blocks";
import type { SourceFile } from "../submission";
import type { Finding } from "./finding";
import { readPragma, type Pragma } from "./pragma";
import type { Rule } from "./rule";

/** A comment that switches rules off, and the lines that it counts for, from the first to the last, both included. */
interface Suppression {
  readonly pragma: Pragma;
  readonly first: number;
  readonly last: number;
}

const MAY_SUPPRESS = /#[^\n]*(?:dockerize-coach|hadolint|dockerfile-utils|check\s*=)/i;

/**
 * Tells whether a comment in the file switches a finding off. A comment counts for the instruction (in a file of another
 * kind: the line) that it stands above or in, whatever other comments stand between; a few count for the whole file.
 * A finding belongs to the line where its range starts.
 */
export function suppressionsOf(
  file: SourceFile,
  kind: FileKind,
  dockerfile: DockerfileModel | undefined,
): (rule: Rule, finding: Finding) => boolean {
  // Most files have none, and are typed in all the time.
  if (!MAY_SUPPRESS.test(file.text)) return () => false;
  const suppressions = commentBlocks(file, kind, dockerfile).flatMap(({ comments, first, last }) =>
    comments.flatMap(({ text, isDirective }): readonly Suppression[] => {
      const pragma = readPragma(text, kind);
      if (!pragma) return [];
      const isGlobal = pragma.isGlobal || isDirective;
      return [{ pragma, first: isGlobal ? 0 : first, last: isGlobal ? Infinity : last }];
    }),
  );
  return (rule, { range, severity }) =>
    suppressions.some(
      ({ pragma, first, last }) =>
        first <= range.start.line &&
        range.start.line <= last &&
        pragma.covers(rule) &&
        !(pragma.isBlanket && severity === "error"),
    );
}

/** The comment that switches a rule off where it stands; the reason becomes one line. */
export function suppressionComment(ruleId: string, reason: string): string {
  return `# dockerize-coach ignore=${ruleId} ${reason.replace(/\s+/g, " ").trim()}`.trimEnd();
}
