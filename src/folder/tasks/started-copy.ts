import { awaitHealth } from "../../core/checks/await-health";
import { describeProject } from "../../core/compose/describe-project";
import { judgeRaw } from "../../core/compose/judge-raw";
import { API_SERVICE } from "../../core/compose/needed-services";
import { type RewrittenProject, rewriteProject } from "../../core/compose/rewrite-project";
import { withImages } from "../../core/compose/with-images";
import type { RunningContainer } from "../../core/running-container";
import { parseSubmission } from "../../core/parse/parse-submission";
import { buildImage } from "../../docker/build/build-image";
import { resolveCompose } from "../../docker/compose/compose-resolve";
import { type ComposeProjectRun, startCompose } from "../../docker/compose/compose-start";
import type { EngineContext } from "../../docker/engine-context";
import { readSubmission } from "../read-submission";
import { SYSTEM_CLOCK } from "../system-clock";

/** The learner's Compose project, written anew and running as a copy of ours, or why there is none. */
export type StartedCopy =
  | {
      readonly started: true;
      readonly project: RewrittenProject;
      readonly run: ComposeProjectRun;
      readonly images: ReadonlyMap<string, string>;
      api(): Promise<RunningContainer>;
    }
  | { readonly started: false; readonly observed: string };

/**
 * Starts a copy of the folder's Compose project as the graded check does: judged raw, resolved, written anew, with names,
 * ports, volumes and mounted files of our own. Nothing of the learner's is used or changed; the session removes it all.
 */
export async function startedCopy(engine: EngineContext): Promise<StartedCopy> {
  const { composeFile } = parseSubmission(await readSubmission(engine.folder));
  if (!composeFile) return notStarted("There is no Compose file in the folder yet.");
  const problem = composeFile.problems[0]?.message;
  if (problem !== undefined) return notStarted(`${composeFile.path} cannot be read: ${problem}`);
  const refused = judgeRaw(composeFile.document, (path) => composeFile.rangeOf(path)).find(
    ({ severity }) => severity === "refused",
  );
  if (refused) return notStarted(refused.message);
  const resolution = await resolveCompose(engine, composeFile.path);
  if (!resolution.accepted)
    return notStarted(`docker compose does not accept ${composeFile.path}: ${resolution.output}`);
  const [gap] = describeProject(resolution.project, resolution.folder, composeFile.document);
  if (gap) return notStarted(gap.observed);
  const project = rewriteProject(resolution.project, resolution.folder);
  const images = new Map<string, string>();
  for (const { service, ...build } of project.builds) {
    const { result } = await buildImage(engine, build);
    if (result.outcome === "failed") return notStarted(`The image of ${service} does not build: ${result.message}`);
    images.set(service, result.imageId);
  }
  const run = await startCompose(engine, withImages(project.request, images));
  if (!run.up) return notStarted(`docker compose up did not come through: ${run.output.at(-1) ?? ""}`);
  const api = await healthyApi(engine, run);
  if (!api) return notStarted("The api came up, but does not answer /health.");
  return { started: true, project, run, images, api: async () => (await healthyApi(engine, run)) ?? api };
}

/** The api's container of now, once it answers. */
export async function healthyApi(engine: EngineContext, run: ComposeProjectRun): Promise<RunningContainer | undefined> {
  const api = await run.service(API_SERVICE);
  if (!api) return undefined;
  const health = await awaitHealth(api, { clock: SYSTEM_CLOCK, signal: engine.signal });
  return health.kind === "healthy" ? api : undefined;
}

function notStarted(observed: string): StartedCopy {
  return { started: false, observed };
}
