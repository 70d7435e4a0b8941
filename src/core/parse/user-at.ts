import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { effectiveUser } from "./effective-user";
import { stageChain } from "./stage-chain";
import { substituted } from "./stage-variables";

/**
 * The user that a step of a stage works as, variables put in, its group taken off: the last USER above the step, in the
 * stage or its local parents; `root` where there is none. Undefined where a variable without a value, or an image with a
 * user of its own, leaves it open. Without `before`: the user that a container of the stage starts as.
 */
export function userAt(model: DockerfileModel, stage: Stage, before?: Instruction): string | undefined {
  for (const link of stageChain(stage)) {
    const until = before && link === stage ? link.instructions.indexOf(before) : -1;
    const above = until === -1 ? link.instructions : link.instructions.slice(0, until);
    const instruction = above.findLast(({ keyword }) => keyword === "USER");
    if (!instruction) continue;
    const [name = ""] = substituted(instruction.argument, model, link, instruction).split(":");
    return name === "" ? undefined : name;
  }
  const root = stageChain(stage).at(-1) ?? stage;
  const { fromBase } = effectiveUser(model, { ...root, instructions: root.instructions.slice(0, 1) });
  return fromBase ? undefined : "root";
}
