import type { CheckResult } from "../../core/report";

export type Words = Pick<CheckResult, "observed" | "why" | "next">;

/** What a check says beyond its parts: what one of them has said already is not said again. */
export function withoutRepeats(check: CheckResult): Words {
  const said = new Set(check.parts.flatMap((part) => [part.observed, part.why, part.next]));
  const { observed, why, next } = check;
  return {
    ...(observed !== undefined && !said.has(observed) && { observed }),
    ...(why !== undefined && !said.has(why) && { why }),
    ...(next !== undefined && !said.has(next) && { next }),
  };
}
