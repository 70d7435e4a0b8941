import { COURSE } from "../course";
import type { CheckResult, Score } from "../report";
import type { CheckProgress, Progress } from "./progress";

/**
 * Notes results of checks, and the score as it stands with them. Only a run counts failures in a row, for the hints; what the
 * files decide while somebody types does not. A machine's fault takes nothing back that was reached; a check that waits for
 * another does, because what it stood on is gone.
 */
export function recordChecks(
  progress: Progress,
  results: readonly CheckResult[],
  { isRun, now }: { readonly isRun: boolean; readonly now: string },
): Progress {
  const checks = { ...progress.checks };
  for (const result of results) checks[result.id] = nextCheck(checks[result.id], result, isRun, now);
  if (JSON.stringify(checks) === JSON.stringify(progress.checks)) return progress;
  return { ...progress, checks, score: scoreOf(checks) };
}

function nextCheck(before: CheckProgress | undefined, result: CheckResult, isRun: boolean, now: string): CheckProgress {
  const { status, earned } = result;
  if (status === "errored" && before) return before;
  const isFailure = status === "failed" || status === "partial";
  const failedRuns = status === "passed" ? 0 : (before?.failedRuns ?? 0) + (isRun && isFailure ? 1 : 0);
  const changed = before?.status !== status || before.earned !== earned;
  return { status, earned, at: changed ? now : before.at, failedRuns };
}

/** Points of checks that were not looked at yet, wait, or could not be decided are open. */
function scoreOf(checks: Progress["checks"]): Score {
  let earned = 0;
  let open = 0;
  let max = 0;
  for (const { id, points } of COURSE.checks) {
    const check = checks[id];
    const isOpen = !check || check.status === "skipped" || check.status === "errored";
    earned += check?.earned ?? 0;
    open += isOpen ? points - (check?.earned ?? 0) : 0;
    max += points;
  }
  return { earned, open, max };
}
