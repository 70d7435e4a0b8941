import type { DockerfileFacts } from "../core/parse/dockerfile-model";
import type { FileKind } from "../folder/file-kind";

/** What `lint` prints; schema/lint.schema.json describes it. */
export interface LintReport {
  readonly version: 1;
  readonly files: readonly LintedFile[];
}

export interface LintedFile {
  /** relative to the current folder, with `/`, or absolute where it was given so */
  readonly path: string;
  readonly kind: FileKind;
  readonly findings: readonly never[];
  /** empty for other kinds than Dockerfiles */
  readonly facts: DockerfileFacts | Readonly<Record<string, never>>;
}
