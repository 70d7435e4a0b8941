import type { EscapeCharacter, Instruction, ParseProblem } from "../dockerfile-model";

/** What BuildKit would refuse about one instruction by itself, in plain words; empty where it takes it. */
export type InstructionCheck = (instruction: Instruction, escape: EscapeCharacter) => readonly ParseProblem[];
