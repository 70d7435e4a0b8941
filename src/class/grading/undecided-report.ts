import { CHECK_IDS } from "../../core/checks/check-id";
import type { FaultText } from "../../core/container-engine";
import { COURSE } from "../../core/course";
import type { CheckResult, EngineStatus, Report } from "../../core/report";
import { erroredResult } from "../../core/result";
import { score } from "../../core/score";

/** The report of a grading that did not come to its end: the checks that were decided by then, and the others errored. */
export function undecidedReport(
  decided: readonly CheckResult[],
  fault: FaultText,
  engine: EngineStatus,
  durationMs: number,
): Report {
  const checks = CHECK_IDS.map((id) => decided.find((result) => result.id === id) ?? erroredResult(id, fault));
  return { version: 1, challenge: COURSE.id, score: score(checks), engine, checks, durationMs };
}
