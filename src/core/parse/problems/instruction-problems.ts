import type { EscapeCharacter, Instruction, ParseProblem } from "../dockerfile-model";
import { argumentCounts, jsonOfStrings } from "./argument-counts";
import { copy } from "./copy";
import { expose } from "./expose";
import { flags } from "./flags";
import { from } from "./from";
import { healthcheck } from "./healthcheck";
import type { InstructionCheck } from "./instruction-check";
import { onbuild } from "./onbuild";
import { pairs } from "./pairs";
import { quotes } from "./quotes";
import { runOptions } from "./run-options";
import { shell } from "./shell";
import { stopsignal } from "./stopsignal";
import { unknownInstruction } from "./unknown-instruction";

/** in the order in which BuildKit would come upon them */
const CHECKS: readonly InstructionCheck[] = [
  jsonOfStrings,
  pairs,
  argumentCounts,
  from,
  copy,
  healthcheck,
  shell,
  onbuild,
  flags,
  runOptions,
  quotes,
  expose,
  stopsignal,
];

/** What BuildKit would refuse about an instruction: the first thing found, since the others mostly follow from it. */
export function instructionProblems(instruction: Instruction, escape: EscapeCharacter): readonly ParseProblem[] {
  const unknown = unknownInstruction(instruction, escape);
  if (unknown.length > 0) return unknown;
  for (const check of CHECKS) {
    const problems = check(instruction, escape);
    if (problems.length > 0) return problems;
  }
  return [];
}
