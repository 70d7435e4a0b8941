import { EngineFault } from "../../core/container-engine";
import type { TaskId } from "../../core/tasks/task-id";
import type { TaskResult } from "../../core/tasks/task-result";
import type { EngineContext } from "../../docker/engine-context";
import { openContext } from "../../docker/open-context";
import type { TaskContext } from "./task-context";

/**
 * Looks at something with this machine's engine, and removes all that the looking made before it settles. An engine that
 * cannot be reached, or fails, is `errored`: it says nothing about the learner. Throws only the signal's reason.
 */
export async function withEngine(
  id: TaskId,
  { folder, env, signal, observer }: TaskContext,
  look: (engine: EngineContext) => Promise<TaskResult>,
): Promise<TaskResult> {
  const opened = await openContext({ folder, env, signal, observer });
  if (opened.status === "unreachable") {
    return {
      id,
      status: "errored",
      observed: opened.detail,
      why: "This task looks at what is in Docker. It says nothing about your work.",
      next: opened.next,
    };
  }
  try {
    return await look(opened.context);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EngineFault)) throw error;
    return { id, status: "errored", ...error.text };
  } finally {
    await opened.context.session.dispose();
  }
}
