import { EngineFault } from "../../core/container-engine";
import type { TaskResult } from "../../core/tasks/task-result";
import { findCourseObjects } from "../clean-up";
import type { TaskContext } from "./task-context";

/** Sees that nothing of the course is left in Docker. Base images may stay: others use them too. */
export async function verifyCleanUp(context: TaskContext): Promise<TaskResult> {
  try {
    const left = await findCourseObjects(context);
    if (left.length === 0) {
      return {
        id: "clean-up",
        status: "verified",
        observed: "Nothing of the course is left in Docker. Base images may stay.",
      };
    }
    return {
      id: "clean-up",
      status: "failed",
      observed: `Still there: ${left.map(({ name }) => name).join(", ")}.`,
      why: "It takes space, and names that you may need.",
      next: "Choose Clean Up: it lists them, and removes what you leave ticked.",
    };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof EngineFault)) throw error;
    return { id: "clean-up", status: "errored", ...error.text };
  }
}
