import { readdir, readFile, writeFile, cp } from "node:fs/promises";
import path from "node:path";
import { API_SERVICE } from "../../core/compose/needed-services";
import type { RunningContainer } from "../../core/running-container";
import type { TaskResult } from "../../core/tasks/task-result";
import { fillVolumes } from "../../docker/compose/compose-copies";
import { serviceMounts } from "../../docker/compose/compose-containers";
import type { EngineContext } from "../../docker/engine-context";
import { SYSTEM_CLOCK } from "../system-clock";
import { type StartedCopy, startedCopy } from "./started-copy";
import type { TaskContext } from "./task-context";
import { withEngine } from "./with-engine";

/** Milliseconds within which a change must show; Flask looks at its files every second. */
const RELOAD_LIMIT = 15_000;
const LOOK_AGAIN_MS = 250;

const ROUTE = "/api/changed-by-the-coach";
const CHANGE = `
@app.get("${ROUTE}")
def changed_by_the_coach():
    return "changed"

`;

/** On a copy of the project: changes the copied app.py under the running api, and waits for the change to show. */
export function verifyLiveReload(context: TaskContext): Promise<TaskResult> {
  return withEngine("live-reload", context, async (engine) => {
    const copy = await startedCopy(engine);
    if (!copy.started) return failed(copy.observed, "Get the check “Compose runs the API with Redis” to pass first.");
    const source = sourceMount(copy);
    if (!source) {
      return failed(
        "No folder of yours is mounted into the api, so it has only the files that the image was built with.",
        "Mount src into the api: under its volumes, write ./src:/app/src:ro.",
      );
    }
    const api = await copy.api();
    if ((await changed(api)) === undefined) return failed("The api stopped answering.", "Look again.");
    if (!(await changeCopy(engine, copy, source))) {
      return failed(
        `There is no app.py with app = Flask(...) in ${source.source}.`,
        "Mount the folder that holds app.py.",
      );
    }
    const startedAt = SYSTEM_CLOCK.now();
    while (SYSTEM_CLOCK.now() - startedAt < RELOAD_LIMIT) {
      if (await changed(api)) {
        const ms = SYSTEM_CLOCK.now() - startedAt;
        return {
          id: "live-reload",
          status: "verified",
          observed: `A line was added to a copy of app.py, and the running api had it ${(ms / 1000).toFixed(1)} seconds later, in the same container.`,
          figures: { ms },
        };
      }
      await SYSTEM_CLOCK.sleep(LOOK_AGAIN_MS, engine.signal);
    }
    return failed(
      "The changed file was in the container, but the api went on as before.",
      'The process has to start anew when a file changes. Give the api FLASK_DEBUG: "1" under environment.',
    );
  });
}

type Copy = Extract<StartedCopy, { started: true }>;
type Mount = Copy["project"]["request"]["binds"][number];

/** The learner's folder that the api sees as the place of app.py. */
function sourceMount({ project }: Copy): Mount | undefined {
  const binds = project.request.binds.filter(({ service }) => service === API_SERVICE);
  return binds.find(({ source }) => path.basename(source) === "src") ?? binds[0];
}

/** Whether the change shows; undefined where nothing answers. */
async function changed(api: RunningContainer): Promise<boolean | undefined> {
  const answer = await api.get(ROUTE);
  // While the process starts anew nobody answers, which is no reason to give up.
  return answer.answered ? answer.status === 200 && answer.body.trim() === "changed" : undefined;
}

/** Writes the changed app.py into the volume that stands for the mounted folder. */
async function changeCopy(engine: EngineContext, { run, images }: Copy, { source, target }: Mount): Promise<boolean> {
  // A folder within: the temporary one itself is closed to others, and the volume would be closed to the app.
  const folder = path.join(await engine.session.tempFolder(), "mounted");
  await cp(source, folder, { recursive: true, filter: (file) => !/[\\/](\.git|\.?venv|node_modules)$/.test(file) });
  const file = await appFile(folder);
  const text = file === undefined ? "" : await readFile(file, "utf8");
  const [line] = /^app\s*=\s*Flask\(.*\)[^\S\n]*\n/m.exec(text) ?? [];
  if (file === undefined || line === undefined) return false;
  await writeFile(
    file,
    text.replace(line, () => line + CHANGE),
  );
  const volume = (await serviceMounts(engine, run.name, API_SERVICE)).get(target);
  const image = images.get(API_SERVICE);
  if (volume === undefined || image === undefined) return false;
  await fillVolumes(engine, new Map([[volume, folder]]), image);
  return true;
}

async function appFile(folder: string): Promise<string | undefined> {
  const names = await readdir(folder, { recursive: true });
  const found = names.find((name) => path.basename(name) === "app.py");
  return found === undefined ? undefined : path.join(folder, found);
}

function failed(observed: string, next: string): TaskResult {
  const why = "With live reload you see a change at once, without building the image again.";
  return { id: "live-reload", status: "failed", observed, why, next };
}
