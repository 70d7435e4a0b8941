import { SEVERITIES, type Severity } from "../../core/lint/finding";
import type { LintReport } from "../lint-report";
import { type AnnotationKind, workflowCommands } from "./workflow-commands";

const KINDS: Readonly<Record<Severity, AnnotationKind>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** The findings as annotations at their lines; the gravest of each kind first. */
export function lintGithub(report: LintReport): string {
  const all = report.files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })));
  const gravestFirst = all.toSorted(
    (one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity),
  );
  const annotations = gravestFirst.map(({ path, rule, severity, message, range }) => ({
    kind: KINDS[severity],
    title: `Dockerize Coach: ${rule}`,
    message,
    place: { path, range },
  }));
  return workflowCommands(annotations, "run dockerize-coach lint to see them all");
}
