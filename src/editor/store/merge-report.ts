import { CHECK_IDS } from "../../core/checks/check-id";
import type { CheckResult, Report } from "../../core/report";
import { score } from "../../core/score";

/**
 * The last report with the results of a newer run, of all checks or of some, laid over it. Engine and duration are the
 * newer run's. A result that waited for a check which has passed since is left out: it is no longer known.
 */
export function mergeReport(last: Report | undefined, newer: Report): Report {
  if (!last) return newer;
  const byId = new Map([...last.checks, ...newer.checks].map((result) => [result.id, result]));
  const graded = new Set(newer.checks.map((result) => result.id));
  const isCurrent = (result: CheckResult): boolean =>
    graded.has(result.id) || !result.waitingFor || byId.get(result.waitingFor)?.status !== "passed";
  const checks = CHECK_IDS.flatMap((id) => byId.get(id) ?? []).filter(isCurrent);
  return { ...newer, checks, score: score(checks) };
}
