import { RUNGS } from "../content/hint-ladder";
import type { Progress } from "./progress";

/** Failed runs in a row after which the next hint is offered. */
const RUNS_BEFORE_OFFER = 3;

/** How many rungs of a ladder are open, from 0 to all five. */
export function openRungs({ hints }: Progress, id: string): number {
  return hints[id] ?? 0;
}

/** Opens the next rung, one at a time; opened ones stay open. */
export function openNextHint(progress: Progress, id: string): Progress {
  const next = Math.min(openRungs(progress, id) + 1, RUNGS.length);
  return { ...progress, hints: { ...progress.hints, [id]: next } };
}

/** Whether the next hint is to be offered, quietly: the check has failed several times, and there is a hint left before the solution. */
export function offersHint(progress: Progress, id: keyof Progress["checks"]): boolean {
  const failed = progress.checks[id]?.failedRuns ?? 0;
  // each opened hint gets as many tries again before the next one is offered
  return openRungs(progress, id) < RUNGS.length - 1 && failed >= RUNS_BEFORE_OFFER * (openRungs(progress, id) + 1);
}
