import type { BuildRequest, ContainerEngine } from "../core/container-engine";
import { buildImage } from "./build/build-image";
import { createClosedNetwork } from "./enclosure/closed-network";
import { composeEngine } from "./compose/compose-engine";
import { configuredUid } from "./image/configured-uid";
import { containedBuilds } from "./enclosure/contain-build";
import type { EngineContext } from "./engine-context";
import { inspectImage } from "./image/inspect-image";
import { measureImage } from "./image/measure-image";
import { runContainer } from "./container/run-container";

/** The port's methods, each in a file of its own, over one context. */
export function dockerEngine(context: EngineContext): ContainerEngine {
  /** the steps of each image that this run built, which tell its own layers from its base's */
  const ownSteps = new Map<string, readonly string[]>();
  const { enclosure } = context;
  const build = enclosure
    ? containedBuilds(context, enclosure)
    : (request: BuildRequest) => buildImage(context, request);
  let closed: Promise<string> | undefined;
  const closedNetwork = () => (closed ??= createClosedNetwork(context));
  return {
    ...composeEngine(context),
    info: context.info,
    async build(request) {
      const { result, ownSteps: steps } = await build(request);
      if (result.outcome === "built" && steps) ownSteps.set(result.imageId, steps);
      return result;
    },
    inspectImage: (imageId) => inspectImage(context, imageId),
    measureImage: (imageId, budget) => measureImage(context, imageId, budget, ownSteps.get(imageId)),
    configuredUid: (imageId) => configuredUid(context, imageId),
    run: (request) => runContainer(context, request, closedNetwork),
    dispose: () => context.session.dispose(),
  };
}
