import type { ImageReference, Stage } from "./dockerfile-model";
import { parseImageReference } from "./image-reference";
import { stageChain } from "./stage-chain";

/** The stage at the end of the local parents: the one whose FROM names an image. */
export function rootStage(stage: Stage): Stage {
  return stageChain(stage).at(-1) ?? stage;
}

/** The image that a stage comes from in the end; undefined where an ARG has no value, or where it is no reference. */
export function rootImage(stage: Stage): ImageReference | undefined {
  if (!KNOWN.has(stage)) {
    const { resolvedFrom } = rootStage(stage);
    KNOWN.set(stage, resolvedFrom === undefined ? undefined : parseImageReference(resolvedFrom));
  }
  return KNOWN.get(stage);
}

/** A stage never changes, and nearly every rule asks for its image. */
const KNOWN = new WeakMap<Stage, ImageReference | undefined>();
