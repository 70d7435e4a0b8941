import type { CheckResult, PartResult, Report } from "../../src/core/report";

/**
 * What is wrong with a report that came about under faults, beside that of a clean run; nothing where each verdict is the
 * same, or open.
 */
export function wrongVerdicts(clean: Report, faulty: Report): readonly string[] {
  return clean.checks.flatMap((right) => {
    const check = faulty.checks.find(({ id }) => id === right.id);
    return check ? judgeCheck(right, check, faulty) : [`${right.id} is missing`];
  });
}

/** What a report leaves open without saying what of the machine is the cause. */
export function unexplained({ checks }: Report): readonly string[] {
  return checks
    .flatMap((check) => [check, ...check.parts])
    .filter(({ status, observed }) => status === "errored" && !/docker|engine|compose/i.test(observed ?? ""))
    .map(({ id, observed }) => `${id} does not say the cause: ${observed}`);
}

/** Whether every check came out as without faults. */
export function isRight(clean: Report, faulty: Report): boolean {
  return clean.checks.every(({ id, status }) => faulty.checks.find((check) => check.id === id)?.status === status);
}

function judgeCheck(right: CheckResult, check: CheckResult, report: Report): readonly string[] {
  const words = `${check.id} is ${check.status}, ${right.status} without faults: ${check.observed}`;
  const partial = right.parts.length > 0 && check.parts.length > 0;
  const wrong = partial
    ? check.parts.some((part, index) => !partHolds(right.parts[index], part, check.parts.slice(0, index)))
    : check.status !== right.status && !isOpen(check, report);
  return wrong || check.earned > right.earned || lost(check) > lost(right) ? [words] : [];
}

/** Nothing is decided, and it goes back to a fault of the machine. */
function isOpen(check: CheckResult, report: Report): boolean {
  if (check.status === "errored") return true;
  const parent = report.checks.find(({ id }) => id === check.waitingFor);
  return check.status === "skipped" && parent !== undefined && isOpen(parent, report);
}

function partHolds(right: PartResult | undefined, part: PartResult, before: readonly PartResult[]): boolean {
  if (part.status === right?.status || part.status === "errored") return true;
  return part.status === "skipped" && before.some(({ status }) => status === "errored");
}

function lost({ status, points, earned }: CheckResult): number {
  return status === "failed" || status === "partial" ? points - earned : 0;
}
