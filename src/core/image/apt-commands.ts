import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellCommand, type ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";

/** One command of apt-get or apt. */
export interface AptCommand {
  readonly command: ShellCommand;
  readonly program: ShellWord;
  /** `update`, `install` and the like */
  readonly action: ShellWord;
  /** all options with their values, wherever they stand */
  readonly options: readonly ShellWord[];
  readonly packages: readonly ShellWord[];
}

/** Options whose value is the next word. https://manpages.debian.org/stable/apt/apt-get.8.en.html */
const WITH_VALUE = /^(?:-[oct]|--(?:option|config-file|target-release|default-release))$/;

/** The commands of apt-get and apt that a RUN has. */
export function aptCommands(instruction: Instruction, model: DockerfileModel): readonly AptCommand[] {
  if (instruction.keyword !== "RUN") return [];
  return shellCommands(instruction, model).flatMap((command) => {
    const [program, ...words] = command.words;
    if (!program || !/^apt(?:-get)?$/.test(programOf(command))) return [];
    const isOption = ({ text }: ShellWord, at: number) =>
      text.startsWith("-") || WITH_VALUE.test(words[at - 1]?.text ?? "");
    const [action, ...packages] = words.filter((word, at) => !isOption(word, at));
    return action ? [{ command, program, action, options: words.filter(isOption), packages }] : [];
  });
}

/** Settings of apt that steps may have made, in files or variables. */
export interface AptSettings {
  readonly yes: boolean;
  readonly recommends: boolean;
}

/** The settings after a step. */
export function withSettings(before: AptSettings, { argument, heredocs, keyword }: Instruction): AptSettings {
  const texts = keyword === "FROM" ? [] : [argument, ...heredocs];
  const mention = (words: RegExp) => texts.some((text) => words.test(text));
  return {
    yes: before.yes || mention(/Assume-Yes|APT_CONFIG|apt\.conf/i),
    recommends: before.recommends || mention(/Install-Recommends|APT_CONFIG|apt\.conf/i),
  };
}

/** Whether an `install` goes on without asking. `-qq` implies it. */
export function answersYes({ options, command }: AptCommand): boolean {
  const yes = /^-[a-z]*y|^-[a-z]*qq|^-q=2$|^--(?:yes|assume-yes|force-yes)$|Assume-Yes/i;
  return command.joinedBy === "|" || options.some(({ text }) => yes.test(text));
}

/** Whether an `install` says what is to become of packages that are only recommended. */
export function settlesRecommends({ options }: AptCommand): boolean {
  return options.some(({ text }) => /^--(?:no-)?install-recommends$|Install-Recommends/i.test(text));
}

/** Whether a step takes away what `update` has fetched, or has it on a mount from the start. */
export function dropsLists({ argument, heredocs, flags }: Instruction): boolean {
  const isMounted = flags.some(({ name, value = "" }) => name === "mount" && /\/var\/(?:lib|cache)\/apt/.test(value));
  const removes = /\/var\/lib\/(?:apt\b|\{[^}]*\bapt\b|\*)|\bdist-?clean\b/;
  return isMounted || [argument, ...heredocs].some((text) => removes.test(text));
}

/**
 * Whether a later step than the one given still installs from the lists that it leaves: in its stage, or in those built on it.
 * @returns a function, since the file is read for it once
 */
export function listsNeeded(model: DockerfileModel): (stage: Stage, instruction: Instruction) => boolean {
  const last = new Map(model.stages.map((stage) => [stage, stage.instructions.findLastIndex(needs)]));
  function needs(instruction: Instruction): boolean {
    const actions = aptCommands(instruction, model).map(({ action }) => action.text);
    return actions.length > 0 && !actions.includes("update");
  }
  const parents = new Set(model.stages.flatMap((stage) => (last.get(stage) === -1 ? [] : stageChain(stage).slice(1))));
  return (stage, instruction) =>
    parents.has(stage) || (last.get(stage) ?? -1) > stage.instructions.indexOf(instruction);
}
