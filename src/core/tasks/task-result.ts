import type { TaskId } from "./task-id";

/**
 * What a Verify saw. `failed`: it looked, and it is not so yet. `errored`: the machine kept it from looking, which says nothing
 * about the learner. `observed`, `why`, `next` are short plain sentences; `why` and `next` are there unless it is verified.
 */
export interface TaskResult {
  readonly id: TaskId;
  readonly status: "verified" | "failed" | "errored";
  readonly observed: string;
  readonly why?: string;
  readonly next?: string;
  /** what was measured, for the report and the predictions: bytes, milliseconds, numbers, names */
  readonly figures?: Readonly<Record<string, string | number>>;
}
