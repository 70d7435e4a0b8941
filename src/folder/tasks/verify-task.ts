import type { TaskId } from "../../core/tasks/task-id";
import type { TaskResult } from "../../core/tasks/task-result";
import { verifyCleanUp } from "./clean-up";
import { verifyCounterSurvives } from "./counter-survives";
import { verifyHelloWorld } from "./hello-world";
import { verifyLiveReload } from "./live-reload";
import { verifyNaiveUser } from "./naive-user";
import { verifyRunLocally } from "./run-locally";
import { verifyStop } from "./stop";
import type { TaskContext } from "./task-context";

/**
 * The tasks whose Verify only looks. The others give more than a result: see build-naive, compare-images, check-environment,
 * look-before-push.
 */
export type LookedAt = Exclude<TaskId, "environment" | "build-naive" | "compare-images" | "submit">;

const VERIFY: { readonly [id in LookedAt]: (context: TaskContext) => Promise<TaskResult> } = {
  "hello-world": verifyHelloWorld,
  "run-locally": verifyRunLocally,
  "naive-user": verifyNaiveUser,
  "live-reload": verifyLiveReload,
  "counter-survives": verifyCounterSurvives,
  stop: verifyStop,
  "clean-up": verifyCleanUp,
};

/** Observes whether a task is done. What the machine keeps it from seeing is `errored`; throws only the signal's reason. */
export function verifyTask(id: LookedAt, context: TaskContext): Promise<TaskResult> {
  return VERIFY[id](context);
}
