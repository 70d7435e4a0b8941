import { COURSE } from "../course";
import type { Progress } from "./progress";

/** Takes back what a step's checks and tasks had reached. Answers and opened hints stay: they are the learner's own. */
export function resetStepProgress(progress: Progress, step: number): Progress {
  const ids = new Set<string>(
    [...COURSE.checks, ...COURSE.tasks].filter((one) => one.step === step).map(({ id }) => id),
  );
  const without = <T extends object>(all: T): T =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !ids.has(id))) as T;
  return { ...progress, checks: without(progress.checks), tasks: without(progress.tasks) };
}
