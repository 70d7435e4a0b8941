import { jsonField } from "../../core/checks/await-health";
import { REDIS_SERVICE } from "../../core/compose/needed-services";
import type { RunningContainer } from "../../core/running-container";
import type { TaskResult } from "../../core/tasks/task-result";
import { healthyApi, startedCopy } from "./started-copy";
import type { TaskContext } from "./task-context";
import { withEngine } from "./with-engine";

/** On a copy of the project: counts, takes it down and up again, and then once more with its volumes deleted. */
export function verifyCounterSurvives(context: TaskContext): Promise<TaskResult> {
  return withEngine("counter-survives", context, async (engine) => {
    const copy = await startedCopy(engine);
    if (!copy.started) return failed(copy.observed, "Get the check “Compose runs the API with Redis” to pass first.");
    const { run } = copy;
    await countOf(await copy.api());
    const before = await countOf(await copy.api());
    if (before === undefined)
      return failed("/api/counter gave no number.", "Give the api its REDIS_URL, and look again.");
    const kept = await run.downAndUp("keep", [REDIS_SERVICE]);
    const after = kept.up ? await countOf(await healthyApi(engine, run)) : undefined;
    if (after === undefined)
      return failed(
        `After down and up the api did not answer. ${kept.output.at(-1) ?? ""}`.trim(),
        "Look at the services' output, mend it, and look again.",
      );
    if (after <= before) {
      return failed(
        `The count was ${before}; after “down” and “up” it was ${after}.`,
        "Give redis a named volume at /data, and declare it under volumes at the end of the file.",
      );
    }
    const deleted = await run.downAndUp("delete", [REDIS_SERVICE]);
    const fresh = deleted.up ? await countOf(await healthyApi(engine, run)) : undefined;
    if (fresh === undefined)
      return failed(
        "After “down -v” and “up” the api did not answer.",
        "Look at the services' output, mend it, and look again.",
      );
    if (fresh !== 1) {
      return failed(
        `After “down -v” the count went on at ${fresh}, so it is not kept in a volume of this project.`,
        "Use a named volume, not a folder of your machine, for the data of redis.",
      );
    }
    return {
      id: "counter-survives",
      status: "verified",
      observed: `The count was ${before}. After “down” and “up” it was ${after}; after “down -v” and “up” it began again at ${fresh}.`,
      figures: { before, afterDown: after, afterDownV: fresh },
    };
  });
}

async function countOf(api: RunningContainer | undefined): Promise<number | undefined> {
  const answer = await api?.get("/api/counter");
  const count = answer?.answered ? jsonField(answer.body, "count") : undefined;
  return typeof count === "number" ? count : undefined;
}

function failed(observed: string, next: string): TaskResult {
  const why = "Containers come and go; a volume is where data stays until somebody deletes it.";
  return { id: "counter-survives", status: "failed", observed, why, next };
}
