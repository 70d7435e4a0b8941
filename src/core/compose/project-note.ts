import type { DocumentPath } from "./document-path";

/**
 * Something of the learner's project that the run goes without. `never-run`: providers, models, hooks. `unsafe`: it would reach
 * beyond the project. `unsupported`: not among the keys that the grader knows.
 */
export interface ProjectNote {
  readonly kind: "never-run" | "unsafe" | "unsupported";
  /** in the resolved project, which is also the path in a file that needed no resolving */
  readonly path: DocumentPath;
  readonly message: string;
}
