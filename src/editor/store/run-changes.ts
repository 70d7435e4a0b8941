import type { BuildStep } from "../../core/container-engine";
import { CHECK_IDS, type CheckId } from "../../core/checks/check-id";
import { CHECKS } from "../../core/checks/registry";
import type { CheckResult, Report } from "../../core/report";
import type { FolderState } from "./folder-state";
import { mergeReport } from "./merge-report";

/**
 * A run begins: what the files alone decide is there at once, the rest is under way. Where behaviour has the last word,
 * a static half that fails is not shown as the verdict before the work has been run.
 */
export function runBegins(
  state: FolderState,
  only: readonly CheckId[] | undefined,
  decided: readonly CheckResult[],
): FolderState {
  const ids = only ?? CHECK_IDS;
  const settled = decided.filter(({ id }) => ids.includes(id) && !NEEDS_ENGINE.has(id));
  return { ...state, run: { ids, reached: new Map(settled.map((result) => [result.id, result])), steps: new Map() } };
}

const NEEDS_ENGINE = new Set(CHECKS.filter((check) => "judgeBehaviour" in check).map((check) => check.id));

/** A run has reached a check's result. */
export function checkReached(state: FolderState, result: CheckResult): FolderState {
  if (!state.run) return state;
  return { ...state, run: { ...state.run, reached: new Map(state.run.reached).set(result.id, result) } };
}

/** A step of the build has begun, gone on or ended. */
export function buildSteps(state: FolderState, step: BuildStep): FolderState {
  if (!state.run) return state;
  const steps = new Map(state.run.steps);
  if (step.state === "running") steps.set(step.id, step);
  else steps.delete(step.id);
  return { ...state, run: { ...state.run, steps } };
}

/** A run has ended with a report, graded on the text with this fingerprint. */
export function runEnds(state: FolderState, report: Report, fingerprint: string): FolderState {
  const gradedText = new Map(state.gradedText);
  for (const { id } of report.checks) gradedText.set(id, fingerprint);
  return { ...runLeaves(state), report: mergeReport(state.report, report), gradedText };
}

/** A run has ended without one: what was known before holds. */
export function runLeaves(state: FolderState): FolderState {
  if (!state.run) return state;
  const { run: _run, ...rest } = state;
  return rest;
}
