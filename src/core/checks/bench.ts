import type { Clock } from "../clock";
import type { ContainerEngine, RunningContainer } from "../container-engine";
import { COURSE } from "../course";
import { awaitHealth } from "./await-health";
import type { Bench } from "./check";
import { hasProbe, probeForRun } from "./probe-settings";

const HEALTH_LIMIT_MS = 30_000;

/** The bench of one run: image, container and health answer are made when first asked for, and then shared. */
export function createBench(engine: ContainerEngine, clock: Clock, signal: AbortSignal): Bench {
  const image = once(() => engine.build({ dockerfile: "Dockerfile", context: "." }));
  const imageId = once(async () => {
    const built = await image();
    if (built.outcome === "failed") throw new Error("a check asked for the image of a build that failed");
    return built.imageId;
  });
  const container = once(async () => startGraded(engine, await imageId()));
  const health = once(async () => awaitHealth(await container(), { clock, signal, limitMs: HEALTH_LIMIT_MS }));
  return { engine, clock, signal, image, imageId, container, health };
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
