import type { CheckResult } from "../../core/report";

/** One cause may stop several checks; it is told in full at the first of them, whose title this returns for the others. */
export function sameCause(check: CheckResult, checks: readonly CheckResult[]): string | undefined {
  if (check.status !== "errored" && check.status !== "failed") return undefined;
  const earlier = checks.slice(0, checks.indexOf(check));
  return earlier.find((other) => other.status === check.status && causeOf(other) === causeOf(check))?.title;
}

/** What an errored check saw may end with what its file promises, which is its own. */
function causeOf({ status, observed, why, next }: CheckResult): string {
  return JSON.stringify(status === "errored" ? [why, next] : [observed, why, next]);
}
