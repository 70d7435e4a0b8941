import type { FaultText } from "../../core/container-engine";
import type { EngineStatus } from "../../core/report";
import type { ChildOutcome } from "./grade-in-child";
import type { KeptResult } from "./kept-results";
import { undecidedReport } from "./undecided-report";
import { visibleText } from "../result/visible-text";

/** What a child came to, as the result of a submission. */
export function childResult(
  outcome: ChildOutcome,
  timeLimitMs: number,
  engine: EngineStatus,
  durationMs: number,
): KeptResult {
  const undecided = (fault: FaultText) => {
    return undecidedReport("checks" in outcome ? outcome.checks : [], fault, engine, durationMs);
  };
  switch (outcome.ended) {
    case "graded":
      return { ending: "graded", report: outcome.report };
    case "unreadable":
      return { ending: "unreadable", report: undecided(outcome.fault) };
    case "timed-out":
      return { ending: "timed-out", report: undecided(timedOut(timeLimitMs)) };
    case "crashed":
      return { ending: "crashed", report: undecided(crashed(outcome.detail)) };
  }
}

function timedOut(timeLimitMs: number): FaultText {
  return {
    observed: `This was not decided within the time limit of ${timeLimitMs / 1000} s for one submission.`,
    why: "A build or a program that never ends must not hold up the class, and a slow machine must not cost points.",
    next: "Look into the Dockerfile for a step that does not end, or run the class again with a longer --time-limit.",
  };
}

function crashed(detail: string): FaultText {
  return {
    observed: `The process that graded this submission ended early (${visibleText(detail)}).`,
    why: "Each submission has a process of its own, so the others are not concerned. This is not counted against the work.",
    next: "Run the class again: it is then graded anew. Where it happens again, please report it.",
  };
}
