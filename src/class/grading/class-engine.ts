import { EngineFault, type FaultText } from "../../core/container-engine";
import { COURSE } from "../../core/course";
import type { EngineStatus } from "../../core/report";
import { engineCapacity, type EngineCapacity } from "../../docker/engine-capacity";
import { hasImage } from "../../docker/image/has-image";
import { limitBuildCache } from "../../docker/build/limit-build-cache";
import { openContext } from "../../docker/open-context";
import { pullImage } from "../../docker/image/pull-image";
import { sweep } from "../../docker/session/sweep";

/** The engine that a class is graded on. */
export interface ClassEngine {
  readonly status: EngineStatus;
  readonly capacity: EngineCapacity;
  /** Pulls the base images that are not there, once for all; a submission whose own is missing is told by its own grading. */
  pullBaseImages(note: (text: string) => void): Promise<void>;
  /** Keeps what the class adds to the build cache under its limit. Never throws. */
  limitCache(): Promise<void>;
  /** Removes what children that were killed have left. */
  dispose(): Promise<void>;
}

const BASE_IMAGES = [`python:${COURSE.python}`, COURSE.finalBase, "redis:7-alpine"] as const;

/** Finds the engine as a grading does. Throws an EngineFault that says why there is none: then nothing is to be graded. */
export async function openClassEngine(request: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** bytes */
  readonly cacheLimit: number;
}): Promise<ClassEngine> {
  const { env, signal, cacheLimit } = request;
  const observer = { onStep: () => undefined, onLog: () => undefined };
  const opened = await openContext({ folder: process.cwd(), env, signal, observer });
  if (opened.status === "unreachable") throw new EngineFault(unreachable(opened));
  const { context } = opened;
  const { version, apiVersion } = context.info;
  try {
    const [capacity, cache] = await Promise.all([engineCapacity(context), limitBuildCache(context, cacheLimit)]);
    return {
      status: { status: "ready", version, apiVersion },
      capacity,
      async pullBaseImages(note) {
        for (const image of BASE_IMAGES) {
          if (await hasImage(context, image)) continue;
          note(`Pulling ${image} …`);
          await pullImage(context, image).catch((error: unknown) => {
            if (!(error instanceof EngineFault)) throw error;
            note(error.text.observed);
          });
        }
      },
      limitCache: async () => void (await cache.apply()),
      async dispose() {
        await sweep(context.docker, { now: Date.now() });
        await context.session.dispose();
      },
    };
  } catch (error) {
    await context.session.dispose();
    throw error;
  }
}

function unreachable({ detail, next }: { readonly detail: string; readonly next: string }): FaultText {
  return { observed: detail, why: "Every submission is built and run on the engine.", next };
}
