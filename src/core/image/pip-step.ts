import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellCommand, type ShellWord } from "../parse/shell-commands";
import type { TextRange } from "../text";
import { pipInstallWords } from "./pip-install-words";

/** A RUN that does nothing but install packages with pip. */
export interface PipStep {
  readonly instruction: Instruction;
  /** the word `install` of the one command that installs the app's packages; undefined where only pip itself is renewed */
  readonly install: TextRange | undefined;
  /** what `-r` and `-c` name, as written */
  readonly files: readonly string[];
  /** packages and paths named on the line */
  readonly packages: readonly string[];
  /** the value of `--prefix`, if it has one */
  readonly prefix?: string;
}

/** Options of `pip install` whose value is the next word. https://pip.pypa.io/en/stable/cli/pip_install/ */
const WITH_VALUE =
  /^(?:-[cfir]|--(?:abi|cache-dir|cert|config-settings|constraint|exists-action|extra-index-url|find-links|implementation|index-url|log|no-binary|only-binary|platform|prefix|progress-bar|proxy|python-version|requirement|retries|root-user-action|timeout|trusted-host|upgrade-strategy|use-feature))$/;
/** Options after which the packages lie elsewhere, or are none. */
const ELSEWHERE = /^(?:-[et].*|--(?:user|target|root|editable|src|python|dry-run|group|no-install)(?:=.*)?)$/;
const FILE_OPTION = /^(?:-[rc]|--requirement|--constraint)$/;
const TOOLS = /^(?:pip|setuptools|wheel)(?:[=<>!~].*)?$/;

/**
 * Reads a RUN as a step of pip; undefined where it also does something else, installs in two commands, or sends packages
 * to a place of its own. Removing caches along the way is no matter.
 */
export function pipStep(instruction: Instruction, model: DockerfileModel): PipStep | undefined {
  if (instruction.keyword !== "RUN" || instruction.exec || instruction.heredocs.length > 0) return undefined;
  const commands = shellCommands(instruction, model).filter((command) => !removesCache(command));
  const steps = commands.map((command) => readInstall(command, instruction));
  const read = steps.flatMap((step) => step ?? []);
  if (read.length === 0 || read.length < steps.length) return undefined;
  const own = read.filter(({ files, packages }) => files.length > 0 || !packages.every((name) => TOOLS.test(name)));
  if (own.length > 1) return undefined;
  return own[0] ?? { instruction, install: undefined, files: [], packages: [] };
}

function readInstall(command: ShellCommand, instruction: Instruction): PipStep | undefined {
  const words = pipInstallWords(command);
  if (!words) return undefined;
  const install = command.words[command.words.length - words.length - 1];
  const sorted = sortWords(words);
  const isOdd = [...sorted.files, ...sorted.packages].some((text) => /[$`*\\]/.test(text));
  if (!install || sorted.isElsewhere || isOdd) return undefined;
  const { files, packages, prefix } = sorted;
  return { instruction, install: install.range, files, packages, ...(prefix !== undefined && { prefix }) };
}

function sortWords(words: readonly ShellWord[]) {
  const [files, packages]: [string[], string[]] = [[], []];
  let prefix: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const text = words[at]?.text ?? "";
    const [option = "", attached] = /^--[a-z-]+=/.test(text)
      ? [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]
      : /^-[rc]./.test(text)
        ? [text.slice(0, 2), text.slice(2)]
        : [text];
    const value = attached ?? (WITH_VALUE.test(option) ? words[(at += 1)]?.text : undefined);
    if (FILE_OPTION.test(option) && value !== undefined) files.push(value);
    else if (option === "--prefix") prefix = value;
    else if (!text.startsWith("-")) packages.push(text);
  }
  return { files, packages, prefix, isElsewhere: words.some(({ text }) => ELSEWHERE.test(text)) };
}

function removesCache(command: ShellCommand): boolean {
  const [, ...rest] = command.words.map(({ text }) => text);
  if (programOf(command) === "rm") return rest.every((text) => text.startsWith("-") || /\/\.cache(\/|$)/.test(text));
  return /^pip[\d.]*$/.test(programOf(command)) && rest[0] === "cache";
}
