import type { Clock } from "../clock";
import type { BuildRequest, BuildResult, ContainerEngine } from "../container-engine";
import type { RunningContainer } from "../running-container";
import { COURSE } from "../course";
import type { ParsedSubmission } from "../parse/parse-submission";
import { refuseBuild } from "../untrusted/refuse-build";
import { awaitHealth } from "./await-health";
import type { Bench } from "./check";
import { hasProbe, probeForRun } from "./probe-settings";

/** The bench of one run: image, container and health answer are made when first asked for, and then shared. */
export function createBench(
  engine: ContainerEngine,
  parsed: ParsedSubmission,
  clock: Clock,
  signal: AbortSignal,
): Bench {
  const build = async (request: BuildRequest) => refusedBuild(parsed, request) ?? engine.build(request);
  const image = once(async () => unbuildable(parsed) ?? build({ dockerfile: "Dockerfile", context: "." }));
  const imageId = once(async () => {
    const built = await image();
    if (built.outcome === "failed") throw new Error("a check asked for the image of a build that failed");
    return built.imageId;
  });
  let running: RunningContainer | undefined;
  const container = once(async () => (running = await startGraded(engine, await imageId())));
  const health = once(async () => awaitHealth(await container(), { clock, signal }));
  const endContainer = async () => running?.end();
  return { engine, clock, signal, image, build, imageId, container, health, endContainer };
}

/** A Dockerfile that cannot be read is the learner's to mend; BuildKit answers some, UTF-16 for one, like a broken engine. */
function unbuildable({ dockerfile }: ParsedSubmission): BuildResult | undefined {
  const message = dockerfile ? dockerfile.problems[0]?.message : "there is no Dockerfile";
  return message === undefined ? undefined : { outcome: "failed", message, output: [], steps: [] };
}

function refusedBuild(parsed: ParsedSubmission, request: BuildRequest): BuildResult | undefined {
  const refusal = refuseBuild(parsed, request);
  return refusal && { outcome: "failed", message: refusal.message, output: [], steps: [] };
}

async function startGraded(engine: ContainerEngine, imageId: string): Promise<RunningContainer> {
  const { healthcheck } = await engine.inspectImage(imageId);
  const probe = hasProbe(healthcheck) ? { healthcheck: probeForRun(healthcheck) } : {};
  return engine.run({ imageId, port: COURSE.appPort, ...probe });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
