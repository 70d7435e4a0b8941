import type { CheckId } from "../../core/checks/check-id";
import { lintFile } from "../../core/lint/lint-file";
import { lintFolder, type MissingFile } from "../../core/lint/lint-folder";
import { openProject } from "../../core/lint/project";
import { ruleNamed } from "../../core/rules/registry";
import type { Submission } from "../../core/submission";

/** What the coaching rules say of a challenge folder beside the lines of its files. */
export interface FolderFindings {
  /** files that are not there, and can be begun */
  readonly missing: readonly MissingFile[];
  /** checks about which a comment in a graded file silences a rule: they count all the same */
  readonly suppressed: ReadonlySet<CheckId>;
}

export const NO_FINDINGS: FolderFindings = { missing: [], suppressed: new Set() };

/** Looks at a submission; what is graded lies at its root. */
export function folderFindings(submission: Submission): FolderFindings {
  const project = openProject(submission);
  const graded = [...submission.files.keys()].filter((path) => !path.includes("/"));
  const silenced = graded.flatMap((path) => lintFile(project, path).suppressed);
  return {
    missing: lintFolder(project).filter(({ finding }) => finding.fixes.length > 0),
    suppressed: new Set(silenced.flatMap(({ rule }) => ruleNamed(rule)?.check ?? [])),
  };
}
