import type { Instruction } from "../parse/dockerfile-model";
import { programOf, type ShellCommand, type ShellWord } from "../parse/shell-commands";

/** One command of apt-get or apt. */
export interface AptCommand {
  readonly command: ShellCommand;
  readonly program: ShellWord;
  /** `update`, `install` and the like */
  readonly action: ShellWord;
  /** all the words that begin with a dash, wherever they stand */
  readonly options: readonly ShellWord[];
  readonly packages: readonly string[];
}

/** Options whose value is the next word. https://manpages.debian.org/stable/apt/apt-get.8.en.html */
const WITH_VALUE = /^(?:-[oct]|--(?:option|config-file|target-release|default-release))$/;

/** The apt-get and apt commands among the commands of a step. */
export function aptCommands(commands: readonly ShellCommand[]): readonly AptCommand[] {
  return commands.flatMap((command) => {
    const [program, ...words] = command.words;
    if (!program || !/^apt(?:-get)?$/.test(programOf(command))) return [];
    const operands = words.filter(
      ({ text }, at) => !text.startsWith("-") && !WITH_VALUE.test(words[at - 1]?.text ?? ""),
    );
    const [action, ...packages] = operands;
    if (!action) return [];
    const options = words.filter(({ text }, at) => text.startsWith("-") || WITH_VALUE.test(words[at - 1]?.text ?? ""));
    return [{ command, program, action, options, packages: packages.map(({ text }) => text) }];
  });
}

/** Whether an `install` goes on without asking. `-qq` implies it. */
export function answersYes({ options, command }: AptCommand, steps: readonly Instruction[]): boolean {
  return (
    command.joinedBy === "|" ||
    options.some(({ text }) => /^-[a-z]*y|^-[a-z]*qq|^-q=2$|^--(?:yes|assume-yes|force-yes)$|Assume-Yes/i.test(text)) ||
    mention(steps, /Assume-Yes|APT_CONFIG/i)
  );
}

/** Whether an `install` says what is to become of packages that are only recommended. */
export function settlesRecommends({ options }: AptCommand, steps: readonly Instruction[]): boolean {
  return (
    options.some(({ text }) => /^--(?:no-)?install-recommends$|Install-Recommends/.test(text)) ||
    mention(steps, /Install-Recommends/)
  );
}

/** Whether a step takes away what `update` has fetched, or has it on a mount from the start. */
export function dropsLists({ argument, heredocs, flags }: Instruction): boolean {
  const isMounted = flags.some(({ name, value = "" }) => name === "mount" && /\/var\/(?:lib|cache)\/apt/.test(value));
  const removes = /\/var\/lib\/(?:apt\b|\{[^}]*\bapt\b|\*)|\bdist-?clean\b/;
  return isMounted || [argument, ...heredocs].some((text) => removes.test(text));
}

function mention(steps: readonly Instruction[], words: RegExp): boolean {
  return steps.some(({ argument, heredocs }) => [argument, ...heredocs].some((text) => words.test(text)));
}
