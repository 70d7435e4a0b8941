import type { TaskResult } from "../tasks/task-result";
import type { Progress } from "./progress";

/** Notes what a Verify saw. A fault of the machine takes nothing back that was verified before. */
export function recordTask(progress: Progress, result: TaskResult, now: string): Progress {
  const before = progress.tasks[result.id];
  if (result.status === "errored" && before?.status === "verified") return progress;
  const { status, observed, figures } = result;
  const task = { status, observed, at: now, ...(figures && { figures }) };
  return { ...progress, tasks: { ...progress.tasks, [result.id]: task } };
}
