import type { FileKind } from "../core/file-kind";
import type { Severity, TextEdit } from "../core/lint/finding";
import type { DockerfileFacts } from "../core/parse/dockerfile-model";
import type { TextRange } from "../core/text";

/** What `lint` prints; schema/lint.schema.json describes it. */
export interface LintReport {
  readonly version: 1;
  readonly files: readonly LintedFile[];
}

export interface LintedFile {
  /** relative to the current folder, with `/`, or absolute where it was given so */
  readonly path: string;
  readonly kind: FileKind;
  readonly findings: readonly LintFinding[];
  /** empty for other kinds than Dockerfiles */
  readonly facts: DockerfileFacts | Readonly<Record<string, never>>;
}

export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  /** the fix that needs no decision, else the first of those to choose from */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}
