import type { Report } from "../../src/core/report";
import { reportOf } from "./report-of";

const part = (id: string, title: string, earned: number) => ({ id, title, points: 5, earned });

/** One check of each status: in part, failed at a line, waiting, and not decided. */
export const MIXED: Report = reportOf({
  "non-root-user": {
    status: "failed",
    observed: "It runs as root.",
    why: "Root may do anything.",
    next: "Add a user.",
    location: { file: "Dockerfile", range: { start: { line: 17, character: 0 }, end: { line: 17, character: 4 } } },
  },
  compose: {
    status: "partial",
    earned: 5,
    observed: "redis does not come up.",
    why: "The counter is kept there.",
    next: "Look at its log.",
    parts: [
      { ...part("config", "The file describes api and redis", 5), status: "passed" },
      { ...part("up", "Both services come up", 0), status: "failed", observed: "redis ended with 1." },
      { ...part("counter", "Redis keeps the counter", 0), status: "skipped", observed: "It waits." },
    ],
    evidence: { logs: ["Fatal error", "can't open config file"] },
  },
  "container-healthy": {
    status: "errored",
    observed: "The engine went away.",
    why: "No points are lost.",
    next: "Start it again.",
  },
  healthcheck: {
    status: "skipped",
    observed: "Not checked yet: it waits for “Container runs and answers /health”.",
    why: "One cause at a time.",
    next: "Mend that first.",
    waitingFor: "container-healthy",
  },
});
