import type { CheckResult } from "../../core/report";
import type { KeptResult } from "./kept-results";

/** Docker's exit code of a probe that it ended because of its time-out. */
const PROBE_TIMED_OUT = -1;

/**
 * Whether a result may come from a machine that was too busy with the other submissions: something could not be decided, or
 * failed because an answer did not come in time. The time limit alone is none: it would only be reached once more.
 */
export function needsSecondLook({ ending, report }: KeptResult): boolean {
  if (ending !== "graded") return ending === "crashed";
  return (
    report.engine.status === "ready" && report.checks.some((check) => check.status === "errored" || ranOutOfTime(check))
  );
}

function ranOutOfTime({ id, status, evidence, parts }: CheckResult): boolean {
  if (status !== "failed" && status !== "partial") return false;
  if (id === "container-healthy") return "detail" in evidence;
  if (id === "healthcheck") return lastExitCode(evidence["probes"]) === PROBE_TIMED_OUT;
  return id === "compose" && parts.some((part) => part.id === "up" && part.status === "failed");
}

function lastExitCode(probes: unknown): unknown {
  const last: unknown = Array.isArray(probes) ? probes.at(-1) : undefined;
  return typeof last === "object" && last !== null && "exitCode" in last ? last.exitCode : undefined;
}

/** The better founded of two results of the same files: fewer open points, then more that were earned. */
export function betterOf(first: KeptResult, second: KeptResult): KeptResult {
  const [before, after] = [first.report.score, second.report.score];
  if (after.open !== before.open) return after.open < before.open ? second : first;
  return after.earned >= before.earned ? second : first;
}
