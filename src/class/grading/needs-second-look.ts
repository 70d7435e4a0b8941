import { ranOutOfTime } from "../../core/checks/out-of-time";
import type { KeptResult } from "./kept-results";

/**
 * Whether a result may come from a machine that was too busy with the other submissions: something could not be decided, or
 * failed because an answer did not come in time. The time limit alone is none: it would only be reached once more.
 */
export function needsSecondLook({ ending, report }: KeptResult): boolean {
  if (ending !== "graded") return ending === "crashed";
  return (
    report.engine.status === "ready" &&
    report.checks.some(({ status, evidence }) => status === "errored" || ranOutOfTime(evidence))
  );
}

/** The better founded of two results of the same files: fewer open points, then more that were earned. */
export function betterOf(first: KeptResult, second: KeptResult): KeptResult {
  const [before, after] = [first.report.score, second.report.score];
  if (after.open !== before.open) return after.open < before.open ? second : first;
  return after.earned >= before.earned ? second : first;
}
