import { askTwice } from "../ask/ask-twice";
import { CONTAINER, type ContainerAnswer, readAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";

/** How a container is, as two looks in a row say. Throws EngineFault. */
export function lookAtContainer(
  docker: EngineContext["docker"],
  id: string,
  signal: AbortSignal,
): Promise<ContainerAnswer> {
  return askTwice("look at the container", signal, async () =>
    readAnswer(CONTAINER, await docker.getContainer(id).inspect()),
  );
}
