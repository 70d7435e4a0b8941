import type { Instruction, Stage } from "./dockerfile-model";
import { probeTool } from "./probe-tool";
import { stageChain } from "./stage-chain";

export interface EffectiveHealthcheck {
  readonly kind: "none" | "disabled" | "defined";
  /** the HEALTHCHECK line that counts */
  readonly instruction?: Instruction;
  /** first program of the probe */
  readonly tool: string | null;
}

/** The health check of a stage, as far as the file says: the last HEALTHCHECK of the stage or its local parents. */
export function effectiveHealthcheck(stage: Stage): EffectiveHealthcheck {
  for (const link of stageChain(stage)) {
    const instruction = link.instructions.findLast(({ keyword }) => keyword === "HEALTHCHECK");
    if (!instruction) continue;
    const [kind, ...rest] = instruction.argument.trim().split(/\s+/);
    if (/^none$/i.test(kind ?? "")) return { kind: "disabled", instruction, tool: null };
    return { kind: "defined", instruction, tool: probeTool(instruction.exec ?? rest.join(" ")) };
  }
  return { kind: "none", tool: null };
}
