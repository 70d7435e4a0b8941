import type { TaskResult } from "../../core/tasks/task-result";
import { hasImage } from "../../docker/image/has-image";
import { runOnce } from "../../docker/container/run-once";
import { NAIVE_IMAGE } from "./image-names";
import type { TaskContext } from "./task-context";
import { withEngine } from "./with-engine";

/** Asks inside of a container of the simple image who one is there. */
export function verifyNaiveUser(context: TaskContext): Promise<TaskResult> {
  return withEngine("naive-user", context, async (engine) => {
    if (!(await hasImage(engine, NAIVE_IMAGE))) return noImage();
    const { exitCode, output } = await runOnce(engine, { image: NAIVE_IMAGE, program: ["id"] });
    const uid = Number(/^uid=(\d+)/m.exec(output)?.[1]);
    if (exitCode !== 0 || Number.isNaN(uid)) {
      return failed(
        `“id” in a container of ${NAIVE_IMAGE} said: ${output.trim().slice(0, 200)}`,
        "Build the simple image on python:3.11, which has the program id, and try again.",
      );
    }
    if (uid !== 0) {
      return failed(
        `A process of ${NAIVE_IMAGE} has the user id ${uid}, so this is not the simple image any more.`,
        "Build the simple Dockerfile of phase A once more under that name: docker build -t myapp-naive .",
      );
    }
    return {
      id: "naive-user",
      status: "verified",
      observed: "A process in the simple image is root: its user id is 0.",
      figures: { uid },
    };
  });
}

function noImage(): TaskResult {
  return failed(
    `There is no image ${NAIVE_IMAGE} on this machine.`,
    "Build it from the simple Dockerfile: docker build -t myapp-naive .",
  );
}

function failed(observed: string, next: string): TaskResult {
  const why = "The question is whose rights the simple image gives to the app.";
  return { id: "naive-user", status: "failed", observed, why, next };
}
