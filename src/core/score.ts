import type { CheckResult, Score } from "./report";

/**
 * The sum of a report's checks. Only failed work costs points: what a skipped or errored check has not earned is open.
 * A partial check's missing parts are lost.
 */
export function score(results: readonly CheckResult[]): Score {
  let earned = 0;
  let open = 0;
  let max = 0;
  for (const result of results) {
    earned += result.earned;
    max += result.points;
    if (result.status === "skipped" || result.status === "errored") open += result.points - result.earned;
  }
  return { earned, open, max };
}
