import { hostname } from "node:os";
import { COURSE } from "../../core/course";
import { jsonField } from "../../core/checks/await-health";
import type { TaskResult } from "../../core/tasks/task-result";
import { httpGet } from "../../docker/container/http-get";
import type { TaskContext } from "./task-context";

/** The port of the app, and the one that the course offers where AirPlay has the first. */
const PORTS = [COURSE.appPort, COURSE.appPort + 1];

/** Asks the app that runs on this machine itself: one in a container has another host name than the machine. */
export async function verifyRunLocally({ signal }: TaskContext): Promise<TaskResult> {
  const seen: string[] = [];
  for (const port of PORTS) {
    const health = await httpGet({ host: "127.0.0.1", port, path: "/health", signal });
    if (!health.answered || jsonField(health.body, "status") !== "healthy") {
      seen.push(
        health.answered
          ? `port ${port} answered with status ${health.status}, and not as the app does`
          : `nothing answered on port ${port}`,
      );
      continue;
    }
    const info = await httpGet({ host: "127.0.0.1", port, path: "/api/info", signal });
    const name = info.answered ? jsonField(info.body, "hostname") : undefined;
    if (name !== hostname()) {
      return failed(
        `The app on port ${port} runs on a machine named “${String(name)}”, and this one is “${hostname()}”: it is in a container.`,
        "Stop that container, then start the app with Python as the page shows, and look again.",
      );
    }
    return {
      id: "run-locally",
      status: "verified",
      observed: `The app answers on port ${port}, as a process of this machine and in no container.`,
      figures: { port },
    };
  }
  return failed(
    `The app was not found: ${seen.join("; ")}.`,
    "Start it with Python as the page shows, leave that terminal open, and look again.",
  );
}

function failed(observed: string, next: string): TaskResult {
  const why = "First see the app without Docker: then you know what an image has to bring along.";
  return { id: "run-locally", status: "failed", observed, why, next };
}
