import { COURSE } from "../../core/course";
import type { CheckId } from "../../core/checks/check-id";
import type { CheckStatus } from "../../core/report";
import type { ClassSubmission } from "../class-report";

/** How one check went in a class. */
export interface CheckTally {
  readonly id: CheckId;
  readonly title: string;
  readonly counts: Readonly<Record<CheckStatus, number>>;
  /** who has not passed it by their own work: failed, or in part */
  readonly missedBy: readonly string[];
}

/** The checks of the course, those that most submissions miss first. */
export function commonFailures(submissions: readonly ClassSubmission[]): readonly CheckTally[] {
  const tallies = COURSE.checks.map(({ id, title }) => tally(id, title, submissions));
  return tallies.sort((a, b) => b.missedBy.length - a.missedBy.length);
}

function tally(id: CheckId, title: string, submissions: readonly ClassSubmission[]): CheckTally {
  const counts = { passed: 0, partial: 0, failed: 0, skipped: 0, errored: 0 };
  const missedBy: string[] = [];
  for (const { name, report } of submissions) {
    const status = report.checks.find((check) => check.id === id)?.status;
    if (!status) continue;
    counts[status] += 1;
    if (status === "failed" || status === "partial") missedBy.push(name);
  }
  return { id, title, counts, missedBy };
}
