import { COURSE } from "../../core/course";
import type { CheckResult, CheckStatus, Report } from "../../core/report";
import { closingLine } from "./closing-line";
import { type Annotation, type AnnotationKind, workflowCommands } from "./workflow-commands";

/** What passed needs no annotation, and what waits is told by what it waits for. */
const KINDS: Readonly<Partial<Record<CheckStatus, AnnotationKind>>> = {
  failed: "error",
  partial: "error",
  errored: "warning",
};

/**
 * The report as annotations of GitHub Actions: the score, and each check that is not there yet at its line.
 * @param pathOf a file of the submission as a path from the repository's root
 */
export function githubReport(report: Report, pathOf: (file: string) => string): string {
  const { earned, max } = report.score;
  const notice: Annotation = {
    kind: "notice",
    title: `${COURSE.title}: ${earned} of ${max} points`,
    message: closingLine(report).text,
  };
  return workflowCommands(
    [notice, ...report.checks.flatMap((check) => annotation(check, pathOf))],
    "the report has them all",
  );
}

function annotation(check: CheckResult, pathOf: (file: string) => string): readonly Annotation[] {
  const { status, title, earned, points, observed, next, location } = check;
  const kind = KINDS[status];
  if (!kind) return [];
  return [
    {
      kind,
      title: `${title} (${earned}/${points})`,
      message: [observed, next].filter(Boolean).join("\n"),
      ...(location && { place: { path: pathOf(location.file), range: location.range } }),
    },
  ];
}
