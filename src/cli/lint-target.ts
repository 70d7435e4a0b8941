import type { Finding } from "../core/lint/finding";
import { lintFile } from "../core/lint/lint-file";
import { lintFolder } from "../core/lint/lint-folder";
import { fileKind } from "../core/file-kind";
import { dockerfileFacts } from "../core/parse/dockerfile-facts";
import { parseDockerfile } from "../core/parse/parse-dockerfile";
import type { LintedFile, LintFinding } from "./lint-report";
import type { LintedFolder, LintTarget } from "./lint-targets";

/** What is known and found of one file. */
export function lintTarget({ project, path, kind, shownPath }: LintTarget): LintedFile {
  const { findings } = lintFile(project, path, { kind });
  const model = kind === "dockerfile" ? project.dockerfile(path) : undefined;
  return { path: shownPath, kind, findings: findings.map(asPrinted), facts: model ? dockerfileFacts(model) : {} };
}

/** The files that a challenge folder lacks, each as if it were there and empty. */
export function missingFiles({ project, shownPath }: LintedFolder): readonly LintedFile[] {
  return lintFolder(project).flatMap(({ path, finding }) => {
    const kind = fileKind(path);
    if (!kind) return [];
    const empty = parseDockerfile({ path, text: "", encoding: "utf-8" });
    const facts = kind === "dockerfile" ? dockerfileFacts(empty) : {};
    return [{ path: shownPath(path), kind, findings: [asPrinted(finding)], facts }];
  });
}

function asPrinted({ rule, severity, message, range, fixes }: Finding): LintFinding {
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  return { rule, severity, message, range, ...(fix && { fix: { title: fix.title, edits: fix.edits } }) };
}
