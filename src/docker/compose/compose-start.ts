import { type ComposeRequest, type ComposeRun, EngineFault } from "../../core/container-engine";
import { containProject } from "./compose-contained";
import { serviceContainers } from "./compose-containers";
import { copyBinds } from "./compose-copies";
import { getImages } from "./compose-images";
import { composeProjectFile } from "./compose-project";
import { bringUp, compose, composeUp, notUp, UP, type UpResult, upFailure, wordsOf } from "./compose-up";
import type { EngineContext } from "../engine-context";
import { plainLines } from "../command/plain-text";
import { writeRunFile } from "../session/run-file";
import { runningContainer } from "../container/running-container";

/** How long `up` may wait for the services to be started and healthy, in milliseconds. */
const UP_LIMIT = 90_000;

/** A started project that can also be taken down and brought up again, as its user would. */
export interface ComposeProjectRun extends ComposeRun {
  /** the project's name in Compose */
  readonly name: string;
  /**
   * `docker compose down`, with `-v` or without, and `up` once more. `saving` names services that are first given the 10 s that a
   * learner's project would give them: a run kills the others at once. Resolves to whether it came up, and what was said.
   */
  downAndUp(volumes: "keep" | "delete", saving: readonly string[]): Promise<UpResult>;
}

/** Starts the project that core has written anew, as a project of this run. */
export async function startCompose(
  context: EngineContext,
  request: ComposeRequest,
  upLimit = UP_LIMIT,
): Promise<ComposeProjectRun> {
  const { session } = context;
  const name = session.name("compose");
  const missing = await getImages(context, request.project);
  if (missing.length > 0) return notStarted(name, { up: false, output: missing, late: false });
  const copies = await copyBinds(context, request);
  const project = await containProject(context, request.project);
  const folder = await session.tempFolder();
  const text = composeProjectFile({ ...request, project }, copies, context);
  const file = await writeRunFile(folder, "compose.json", text);

  const own = { name, file, folder, upLimit };
  const first = await bringUp(context, own);
  if (!first.up) return notStarted(name, first);
  return {
    name,
    ...UP,
    async service(service) {
      const containers = await serviceContainers(context, name);
      const found = containers.find((container) => container.service === service);
      return found && runningContainer({ ...context, id: found.id, port: request.publish[service] ?? 0 });
    },
    async recreate(service) {
      const again = await composeUp(context, own, ["--no-deps", "--force-recreate", service]);
      if (again.exitCode !== 0) throw notRecreated(service, wordsOf(await upFailure(context, own, again)));
    },
    async downAndUp(volumes, saving) {
      if (saving.length > 0) await compose(context, own, ["stop", "--timeout", "10", ...saving]);
      const down = await compose(context, own, ["down", ...(volumes === "delete" ? ["--volumes"] : [])]);
      if (down.exitCode !== 0) return { up: false, output: plainLines(down.stderr), late: false };
      const again = await composeUp(context, own, []);
      return again.exitCode === 0 ? UP : notUp(await upFailure(context, own, again));
    },
  };
}

function notStarted(name: string, result: UpResult): ComposeProjectRun {
  const nothing = () => Promise.resolve(undefined);
  return { name, ...result, service: nothing, recreate: nothing, downAndUp: () => Promise.resolve(result) };
}

function notRecreated(service: string, output: readonly string[]): EngineFault {
  return new EngineFault({
    observed: `Compose could not replace the container of ${service}: ${output.at(-1) ?? "it gave no reason"}`,
    why: "The same container had started just before, so this is no fault of your Compose file.",
    next: "Run the checks again. If it stays, restart Docker.",
  });
}
