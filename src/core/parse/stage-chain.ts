import type { Stage } from "./dockerfile-model";

/** The stage and the local parents that it is built on, child first. A stage's parent stands before it, so this ends. */
export function stageChain(stage: Stage): readonly Stage[] {
  const known = KNOWN.get(stage) ?? chainOf(stage);
  KNOWN.set(stage, known);
  return known;
}

/** A stage never changes, and nearly every rule asks for its chain. */
const KNOWN = new WeakMap<Stage, readonly Stage[]>();

function chainOf(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (let link: Stage | undefined = stage; link; link = link.parent) chain.push(link);
  return chain;
}
