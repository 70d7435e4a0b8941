import type { PartVerdict, Verdict } from "./checks/check";
import type { CheckId } from "./checks/check-id";
import type { FaultText } from "./container-engine";
import { courseCheck } from "./course";
import type { CheckResult, CheckStatus, PartResult } from "./report";

/** A verdict with title, points and step from the course; with parts, status and points follow from theirs. Whoever timed it adds the duration. */
export function checkResult(id: CheckId, verdict: Verdict): CheckResult {
  const { status, waitingFor: _, parts, evidence, ...text } = verdict;
  if (status === "undecided") throw new Error(`${id}: an undecided verdict has no result of its own`);
  const course = courseCheck(id);
  const partResults = parts ? partsOf(id, parts) : [];
  const earned = parts ? sum(partResults) : status === "passed" ? course.points : 0;
  return {
    ...frame(id),
    earned,
    status: parts ? statusOf(partResults) : status,
    ...text,
    parts: partResults,
    evidence: evidence ?? {},
    durationMs: 0,
  };
}

/** A check that waits for another; what the file alone promises is shown as provisional. */
export function skippedResult(id: CheckId, waitingFor: CheckId, files?: Verdict): CheckResult {
  const parent = courseCheck(waitingFor).title;
  return {
    ...frame(id),
    earned: 0,
    status: "skipped",
    waitingFor,
    observed: [`Not checked yet: it waits for “${parent}”.`, provisionalText(files)].filter(Boolean).join(" "),
    why: "One cause is enough to mend at a time. These points are open, not lost.",
    next: `Get “${parent}” to pass, then run the checks again.`,
    parts: [],
    evidence: provisional(files),
    durationMs: 0,
  };
}

/** A check that the grader could not carry out; costs no points. */
export function erroredResult(id: CheckId, fault: FaultText, files?: Verdict): CheckResult {
  return {
    ...frame(id),
    earned: 0,
    status: "errored",
    ...fault,
    observed: [fault.observed, provisionalText(files)].filter(Boolean).join(" "),
    parts: [],
    evidence: provisional(files),
    durationMs: 0,
  };
}

function frame(id: CheckId): Pick<CheckResult, "id" | "title" | "points" | "step"> {
  const { title, points, step } = courseCheck(id);
  return { id, title, points, step };
}

function provisionalText(files: Verdict | undefined): string {
  return files ? `From the file alone it looks right: ${files.observed}` : "";
}

function provisional(files: Verdict | undefined): Readonly<Record<string, unknown>> {
  return files ? { ...files.evidence, provisional: true } : {};
}

function partsOf(id: CheckId, verdicts: readonly PartVerdict[]): readonly PartResult[] {
  return (courseCheck(id).parts ?? []).map((part) => {
    const verdict = verdicts.find((candidate) => candidate.id === part.id);
    if (!verdict) throw new Error(`${id} has no verdict for its part ${part.id}`);
    return { ...part, ...verdict, earned: verdict.status === "passed" ? part.points : 0 };
  });
}

function sum(parts: readonly PartResult[]): number {
  return parts.reduce((total, part) => total + part.earned, 0);
}

function statusOf(parts: readonly PartResult[]): CheckStatus {
  if (parts.some((part) => part.status === "errored")) return "errored";
  if (parts.every((part) => part.status === "passed")) return "passed";
  return parts.some((part) => part.status === "passed") ? "partial" : "failed";
}
