import { RULES } from "../rules/registry";
import type { Finding } from "./finding";
import { findingOf } from "./lint-file";
import type { Project } from "./project";

/** A finding about a file that is missing in a challenge folder. */
export interface MissingFile {
  /** where the file belongs, relative to the project's root */
  readonly path: string;
  readonly finding: Finding;
}

/** What a challenge folder lacks as such. Only for folders that are the challenge: in others a missing file is no fault. */
export function lintFolder(project: Project): readonly MissingFile[] {
  return RULES.flatMap((rule) =>
    (rule.folder?.(project) ?? []).map((found) => ({ path: found.file, finding: findingOf(rule, found) })),
  );
}
