import type { BuildStep } from "../../core/container-engine";
import { CHECK_IDS, type CheckId } from "../../core/checks/check-id";
import type { CheckResult, Report } from "../../core/report";
import type { FolderState } from "./folder-state";
import { mergeReport } from "./merge-report";

/** A run begins: what the files decide is there at once, the rest is under way. */
export function runBegins(
  state: FolderState,
  only: readonly CheckId[] | undefined,
  decided: readonly CheckResult[],
): FolderState {
  const ids = only ?? CHECK_IDS;
  const reached = new Map(decided.filter((result) => ids.includes(result.id)).map((result) => [result.id, result]));
  return { ...state, run: { ids, reached } };
}

/** A run has reached a check's result. */
export function checkReached(state: FolderState, result: CheckResult): FolderState {
  if (!state.run) return state;
  return { ...state, run: { ...state.run, reached: new Map(state.run.reached).set(result.id, result) } };
}

/** The build has come to a step. */
export function buildSteps(state: FolderState, step: BuildStep): FolderState {
  return state.run ? { ...state, run: { ...state.run, step } } : state;
}

/** A run has ended with a report, graded on the text with this fingerprint. */
export function runEnds(state: FolderState, report: Report, fingerprint: string): FolderState {
  const gradedText = new Map(state.gradedText);
  for (const { id } of report.checks) gradedText.set(id, fingerprint);
  return { ...runLeaves(state), report: mergeReport(state.report, report), gradedText };
}

/** A run has ended without one: what was known before holds. */
export function runLeaves(state: FolderState): FolderState {
  const { run: _run, ...rest } = state;
  return rest;
}
