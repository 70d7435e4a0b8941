import type * as v from "valibot";
import { askTwice } from "../ask/ask-twice";
import { IMAGE, readAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";

/** An image, by name or id, as two looks in a row say. Throws EngineFault. */
export function lookAtImage(
  { docker, signal }: Pick<EngineContext, "docker" | "signal">,
  image: string,
): Promise<v.InferOutput<typeof IMAGE>> {
  return askTwice("look at the image", signal, async () => readAnswer(IMAGE, await docker.getImage(image).inspect()));
}
