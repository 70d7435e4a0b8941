import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { shellCommands, type ShellCommand, type ShellWord } from "../parse/shell-commands";
import { pipInstallWords } from "./pip-install-words";

/** One `pip install` of a RUN. */
export interface PipInstall {
  readonly command: ShellCommand;
  /** the word `install` */
  readonly install: ShellWord;
  /** what stands behind it */
  readonly words: readonly ShellWord[];
}

/** The `pip install` commands of an instruction, in order. */
export function pipInstalls(instruction: Instruction, model: DockerfileModel): readonly PipInstall[] {
  if (instruction.keyword !== "RUN") return [];
  return shellCommands(instruction, model).flatMap((command) => {
    const words = pipInstallWords(command);
    const install = words && command.words[command.words.length - words.length - 1];
    return words && install ? [{ command, install, words }] : [];
  });
}
