import type { TaskResult } from "../../core/tasks/task-result";
import { hasImage } from "../../docker/image/has-image";
import { pullImage } from "../../docker/image/pull-image";
import { runOnce } from "../../docker/container/run-once";
import type { TaskContext } from "./task-context";
import { withEngine } from "./with-engine";

const GREETING = "Hello from Docker!";

/** Runs hello-world once more, and sees its greeting. */
export function verifyHelloWorld(context: TaskContext): Promise<TaskResult> {
  return withEngine("hello-world", context, async (engine) => {
    if (!(await hasImage(engine, "hello-world"))) await pullImage(engine, "hello-world");
    const { exitCode, output } = await runOnce(engine, { image: "hello-world" });
    if (exitCode === 0 && output.includes(GREETING)) {
      return { id: "hello-world", status: "verified", observed: `A container of hello-world printed: ${GREETING}` };
    }
    return {
      id: "hello-world",
      status: "failed",
      observed: `The container ended with exit code ${exitCode} and did not print “${GREETING}”.`,
      why: "The image of that name on this machine may be another one.",
      next: "Remove it with docker image rm hello-world, and run docker run --rm hello-world again.",
    };
  });
}
