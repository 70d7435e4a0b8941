import { COURSE } from "../../core/course";
import type { TaskResult } from "../../core/tasks/task-result";
import { runningOf } from "../../docker/session/running-of";
import { FINAL_IMAGE, NAIVE_IMAGE } from "./image-names";
import { portHolder } from "./port-holder";
import type { TaskContext } from "./task-context";
import { withEngine } from "./with-engine";

/** Sees that nothing of the course runs any more, and that its port is free. */
export function verifyStop(context: TaskContext): Promise<TaskResult> {
  return withEngine("stop", context, async (engine) => {
    const running = await runningOf(engine, { folder: context.folder, images: [FINAL_IMAGE, NAIVE_IMAGE] });
    const [first] = running;
    if (first) {
      const names = running.map(({ name }) => name).join(", ");
      const next = first.project
        ? "Run docker compose down in the challenge's folder. Without -v the volume with the count stays."
        : `Run docker stop ${names.replaceAll(",", "")}.`;
      return failed(`Still running: ${names}.`, next);
    }
    if (await portHolder(COURSE.appPort)) {
      return failed(
        `No container of the course runs, but something still answers on port ${COURSE.appPort}.`,
        "Is the app still running in a terminal, from step 1? Press Ctrl+C there. On macOS it may be AirPlay, which is no harm here.",
      );
    }
    return {
      id: "stop",
      status: "verified",
      observed: `No container of the course runs, and port ${COURSE.appPort} is free.`,
    };
  });
}

function failed(observed: string, next: string): TaskResult {
  const why = "What runs on holds its port and its memory, and the next start fails because of it.";
  return { id: "stop", status: "failed", observed, why, next };
}
