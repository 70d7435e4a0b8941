import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { shellCommands, type ShellCommand } from "../parse/shell-commands";
import type { TextRange } from "../text";

/** The command of a HEALTHCHECK, without its CMD keyword. */
export interface ProbeParts {
  readonly commands: readonly ShellCommand[];
  /** from the word CMD's end to the instruction's end: what a fix puts another probe in place of */
  readonly range: TextRange;
  /** the command as written */
  readonly text: string;
}

/** Takes a HEALTHCHECK apart; undefined for NONE and for one without a command. */
export function probeParts(instruction: Instruction, model: DockerfileModel): ProbeParts | undefined {
  const [cmd, first] = instruction.words;
  if (!cmd || !first || !/^cmd$/i.test(cmd.text)) return undefined;
  return {
    commands: shellCommands(instruction, model),
    range: { start: first.range.start, end: instruction.argumentRange.end },
    text: instruction.argument.replace(/^\S+\s+/, ""),
  };
}
