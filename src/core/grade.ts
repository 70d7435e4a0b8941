import { createBench } from "./checks/bench";
import type { Bench, Check, Verdict } from "./checks/check";
import type { CheckId } from "./checks/check-id";
import { CHECKS } from "./checks/registry";
import type { Clock } from "./clock";
import { EngineFault, type ContainerEngine, type FaultText } from "./container-engine";
import { COURSE, courseCheck } from "./course";
import { parseSubmission, type ParsedSubmission } from "./parse/parse-submission";
import type { CheckResult, EngineStatus, Report, UnreachableReason } from "./report";
import { checkResult, erroredResult, skippedResult } from "./result";
import { score } from "./score";
import type { Submission } from "./submission";
import type { Trust } from "./trust";

/** The engine of this run, or why there is none. */
export type EngineAccess =
  | { readonly status: "ready"; readonly engine: ContainerEngine }
  | {
      readonly status: "unreachable";
      readonly reason: UnreachableReason;
      /** what was observed */
      readonly detail: string;
      /** what to do, for this operating system */
      readonly next: string;
    };

export type GradingEvent =
  | { readonly kind: "check-started"; readonly id: CheckId }
  | { readonly kind: "check-finished"; readonly result: CheckResult };

export interface GradeOptions {
  /** the checks to report; all ten unless given. What they depend on is run, but not reported. */
  readonly only?: readonly CheckId[];
  /** `trusted` unless given */
  readonly trust?: Trust;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: GradingEvent) => void;
}

/**
 * Grades a submission: every check whose parents passed runs, independent ones at the same time. The report lists the
 * checks in the course's order. Rejects only with the signal's reason, when the run is cancelled.
 */
export async function grade(submission: Submission, access: EngineAccess, options: GradeOptions): Promise<Report> {
  const { clock, signal } = options;
  const started = clock.now();
  const wanted = new Set<CheckId>(options.only ?? CHECKS.map((check) => check.id));
  const parsed = parseSubmission(submission, options.trust);
  const run: Run = {
    parsed,
    access,
    options,
    results: new Map(),
    ...(access.status === "ready" && { bench: createBench(access.engine, parsed, clock, signal) }),
  };
  for (const check of CHECKS) {
    if (isNeeded(check.id, wanted)) run.results.set(check.id, gradeCheck(check, run, wanted.has(check.id)));
  }
  void endContainerEarly(run);
  const results = await Promise.all(run.results.values());
  const checks = results.filter((result) => wanted.has(result.id));
  return {
    version: 1,
    challenge: COURSE.id,
    score: score(checks),
    engine: engineStatus(access),
    checks,
    durationMs: clock.now() - started,
  };
}

/** The results that the files alone decide, failing static halves included; checks that need the engine are absent. */
export function gradeFiles(submission: Submission): readonly CheckResult[] {
  const parsed = parseSubmission(submission);
  return CHECKS.flatMap((check) => {
    const verdict = check.judgeFiles?.(parsed);
    if (!verdict || (check.judgeBehaviour && verdict.status !== "failed")) return [];
    return [checkResult(check.id, verdict)];
  });
}

interface Run {
  readonly parsed: ParsedSubmission;
  readonly access: EngineAccess;
  readonly bench?: Bench;
  readonly options: GradeOptions;
  /** a parent stands before its children, so its promise is here when they ask for it */
  readonly results: Map<CheckId, Promise<CheckResult>>;
}

function isNeeded(id: CheckId, wanted: ReadonlySet<CheckId>): boolean {
  return wanted.has(id) || CHECKS.some((check) => check.dependsOn === id && isNeeded(check.id, wanted));
}

/** Compose takes longest; until it is done, the probe of a container that nobody asks any more would only keep the machine busy. */
async function endContainerEarly({ results, bench }: Run): Promise<void> {
  const onImage = CHECKS.filter((check) => check.dependsOn === "image-builds");
  await Promise.allSettled(onImage.flatMap((check) => results.get(check.id) ?? []));
  await bench?.endContainer();
}

async function gradeCheck(check: Check, run: Run, reported: boolean): Promise<CheckResult> {
  const { clock, onEvent } = run.options;
  const started = clock.now();
  if (reported) onEvent?.({ kind: "check-started", id: check.id });
  const judged = await judge(check, run);
  run.options.signal.throwIfAborted();
  const result = { ...judged, durationMs: clock.now() - started };
  if (reported) onEvent?.({ kind: "check-finished", result });
  return result;
}

async function judge(check: Check, run: Run): Promise<CheckResult> {
  const files = check.judgeFiles?.(run.parsed);
  if (!check.judgeBehaviour)
    return files ? checkResult(check.id, files) : erroredResult(check.id, faultText(NO_VERDICT));
  const parent = check.dependsOn && (await run.results.get(check.dependsOn));
  if (parent && parent.status !== "passed") return withoutBehaviour(check.id, files, { waitingFor: parent.id });
  if (!run.bench) return withoutBehaviour(check.id, files, { fault: unreachable(run.access) });
  try {
    const verdict = await check.judgeBehaviour(run.bench, run.parsed);
    if (verdict.status !== "undecided") return checkResult(check.id, verdict);
    return withoutBehaviour(check.id, files, { waitingFor: verdict.waitingFor ?? check.id });
  } catch (error) {
    run.options.signal.throwIfAborted();
    return withoutBehaviour(check.id, files, { fault: faultText(error) });
  }
}

/** What is left to say where the work could not be run: a failing static half stands, a holding one is provisional. */
function withoutBehaviour(
  id: CheckId,
  files: Verdict | undefined,
  why: { readonly waitingFor: CheckId } | { readonly fault: FaultText },
): CheckResult {
  if (files?.status === "failed") return checkResult(id, files);
  return "fault" in why ? erroredResult(id, why.fault, files) : skippedResult(id, why.waitingFor, files);
}

function engineStatus(access: EngineAccess): EngineStatus {
  if (access.status === "unreachable") {
    return { status: "unreachable", reason: access.reason, detail: access.detail };
  }
  const { version, apiVersion } = access.engine.info;
  return { status: "ready", version, apiVersion };
}

function unreachable(access: EngineAccess): FaultText {
  if (access.status === "ready") throw new Error("the engine is ready");
  return {
    observed: access.detail,
    why: `${courseCheck("image-builds").title}, and all that follows from it, can only be seen with a running engine. No points are lost.`,
    next: access.next,
  };
}

function faultText(error: unknown): FaultText {
  if (error instanceof EngineFault) return error.text;
  const detail = error instanceof Error ? error.message : String(error);
  return {
    observed: `The coach could not finish this check: ${detail}`,
    why: "This is a fault of the coach or of the machine, not of your work. No points are lost.",
    next: "Run the check again. If it stays, show the log and report it.",
  };
}

/** A check of the files alone owes a verdict on any files; without one the coach is at fault, not the learner. */
const NO_VERDICT = new Error("it came to no verdict.");
