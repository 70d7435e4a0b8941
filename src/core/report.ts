import type { CheckId } from "./checks/check-id";
import type { Location } from "./text";

/**
 * passed: done. partial: some parts are. failed: the learner's work is not there yet. skipped: a check it depends on did
 * not pass. errored: the grader could not tell, which is never the learner's fault and never costs points.
 */
export type CheckStatus = "passed" | "partial" | "failed" | "skipped" | "errored";

/** One part of a check that has several, with points of its own. */
export interface PartResult {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly earned: number;
  readonly status: Exclude<CheckStatus, "partial">;
  readonly observed?: string;
  readonly why?: string;
  readonly next?: string;
}

/** The result of one check, as every view and format shows it. */
export interface CheckResult {
  readonly id: CheckId;
  readonly title: string;
  readonly points: number;
  readonly earned: number;
  readonly status: CheckStatus;
  /** the step of the course that the check belongs to, 0 to 6 */
  readonly step: number;
  /** what was found, with what was expected beside it */
  readonly observed?: string;
  /** why it matters */
  readonly why?: string;
  /** what to do next */
  readonly next?: string;
  /** a skipped check: the check that it waits for */
  readonly waitingFor?: CheckId;
  readonly location?: Location;
  readonly parts: readonly PartResult[];
  /** what was measured: bytes, uid, exit code, log lines …; for people who want to know, and for tests */
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly durationMs: number;
}

/** earned + open + lost = max; open points belong to checks that could not be decided yet. */
export interface Score {
  readonly earned: number;
  readonly open: number;
  readonly max: number;
}

export type UnreachableReason = "not-installed" | "not-running" | "no-permission" | "timed-out";

export type EngineStatus =
  | { readonly status: "ready"; readonly version: string; readonly apiVersion: string }
  | { readonly status: "unreachable"; readonly reason: UnreachableReason; readonly detail: string };

/** The machine-readable report; schema/report.schema.json describes it. Durations in milliseconds. */
export interface Report {
  readonly version: 1;
  readonly challenge: string;
  readonly score: Score;
  readonly engine: EngineStatus;
  readonly checks: readonly CheckResult[];
  readonly durationMs: number;
}
