import type { CheckId } from "../checks/check-id";
import type { Comparison } from "../comparison/comparison";
import type { EnvironmentReport } from "../environment/environment-report";
import type { TaskId } from "../tasks/task-id";
import type { TaskResult } from "../tasks/task-result";

/**
 * What a learner has reached in one challenge folder: the progress file, as schema/progress.schema.json describes it.
 * Times are ISO 8601 in UTC. It says how things stand now, so it goes back when a check fails again.
 */
export interface Progress {
  readonly version: 1;
  /** the course's id */
  readonly course: string;
  /** the folder that it belongs to, as an absolute path; left out where the file lies in that folder itself */
  readonly folder?: string;
  readonly updated: string;
  readonly checks: { readonly [id in CheckId]?: CheckProgress };
  readonly score?: { readonly earned: number; readonly open: number; readonly max: number };
  readonly tasks: { readonly [id in TaskId]?: TaskProgress };
  readonly answers: Readonly<Record<string, Answer>>;
  /** how many rungs of each ladder have been opened */
  readonly hints: Readonly<Record<string, number>>;
  readonly environment?: EnvironmentReport;
  /** the simple Dockerfile of phase A, kept to compare with */
  readonly baseline?: { readonly at: string; readonly dockerfile: string };
  readonly comparison?: Comparison;
}

export interface CheckProgress {
  readonly status: "passed" | "partial" | "failed" | "skipped" | "errored";
  readonly earned: number;
  readonly at: string;
  /** runs in a row in which it did not pass by the learner's doing */
  readonly failedRuns: number;
}

export interface TaskProgress extends Pick<TaskResult, "status" | "observed" | "figures"> {
  readonly at: string;
}

/** How well the learner found that they knew it. */
export type Rating = "knew" | "partly" | "not-yet";

export interface Answer {
  readonly at: string;
  readonly text?: string;
  /** the position of what was chosen */
  readonly choice?: number;
  readonly rating?: Rating;
  /** when it is asked again; absent until it is rated, and when it has been known often enough */
  readonly askAgain?: string;
  /** how often in a row it was known */
  readonly known: number;
}

export function newProgress(course: string, folder: string | undefined, now: string): Progress {
  return {
    version: 1,
    course,
    ...(folder !== undefined && { folder }),
    updated: now,
    checks: {},
    tasks: {},
    answers: {},
    hints: {},
  };
}
