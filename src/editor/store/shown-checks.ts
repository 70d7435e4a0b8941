import type { CheckId } from "../../core/checks/check-id";
import { COURSE, type CourseCheck } from "../../core/course";
import type { CheckResult, CheckStatus } from "../../core/report";
import type { FolderState } from "./folder-state";

/** One check as the views show it. */
export interface ShownCheck {
  readonly course: CourseCheck;
  readonly state: CheckStatus | "running" | "not-run";
  /** absent while the check runs for the first time and before it was run */
  readonly result?: CheckResult;
  /** the result is of a text that has changed since */
  readonly edited: boolean;
}

/**
 * The ten checks as they stand. What a run under way has reached comes first; then what the last run found, as long as
 * the text is still the same; then what the changed text decides by itself; last, an older result, marked as such.
 */
export function shownChecks(state: FolderState): readonly ShownCheck[] {
  return COURSE.checks.map((course) => shownCheck(state, course));
}

function shownCheck(state: FolderState, course: CourseCheck): ShownCheck {
  const { id } = course;
  if (state.run?.ids.includes(id)) {
    const reached = state.run.reached.get(id);
    return reached ? shown(course, reached, false) : { course, state: "running", edited: false };
  }
  const last = find(state.report?.checks, id);
  const edited = state.gradedText.get(id) !== state.live.fingerprint;
  if (last && !edited) return shown(course, last, false);
  const live = find(state.live.results, id);
  if (live) return shown(course, live, false);
  return last ? shown(course, last, edited) : { course, state: "not-run", edited: false };
}

function shown(course: CourseCheck, result: CheckResult, edited: boolean): ShownCheck {
  return { course, state: result.status, result, edited };
}

function find(results: readonly CheckResult[] | undefined, id: CheckId): CheckResult | undefined {
  return results?.find((result) => result.id === id);
}
