import { score } from "../../core/score";
import { shownChecks } from "./shown-checks";
import type { FolderState } from "./folder-state";

/** The score as a view may show it: a number only once every check has been looked at. */
export interface ShownScore {
  readonly earned: number;
  readonly open: number;
  readonly max: number;
  /** some of it was graded before the latest change */
  readonly edited: boolean;
}

/** The score of the checks as they stand; undefined before all of them have a result, and while a run is under way. */
export function shownScore(state: FolderState): ShownScore | undefined {
  const checks = shownChecks(state);
  const results = checks.flatMap((check) => check.result ?? []);
  if (state.run || !state.report || results.length < checks.length) return undefined;
  return { ...score(results), edited: checks.some((check) => check.edited) };
}
