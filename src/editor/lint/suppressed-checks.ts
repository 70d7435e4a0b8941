import type { CheckId } from "../../core/checks/check-id";
import { ruleNamed } from "../../core/rules/registry";
import type { LintedDocument } from "./linted-documents";

/** The checks of a folder about which a comment in one of its open files silences the rules. They are graded all the same. */
export function suppressedChecks(folder: string, documents: readonly LintedDocument[]): ReadonlySet<CheckId> {
  const own = documents.filter(({ root }) => root === folder);
  return new Set(own.flatMap(({ suppressed }) => suppressed.flatMap(({ rule }) => ruleNamed(rule)?.check ?? [])));
}
