import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { shellCommands, type ShellCommand, type ShellWord } from "../parse/shell-commands";
import type { TextRange } from "../text";
import { pipInstallWords } from "./pip-install-words";

/** One `pip install`, by pip, pip3 or `python -m pip`. */
export interface PipInstall {
  readonly command: ShellCommand;
  /** its options as written, those in front of `install` included, without values that stand in a word of their own */
  readonly flags: readonly ShellWord[];
  /** packages, paths and URLs named on the line */
  readonly packages: readonly ShellWord[];
  /** what `-r` names */
  readonly requirementFiles: readonly ShellWord[];
  /** what `-c` names */
  readonly constraintFiles: readonly ShellWord[];
  /** what `-e` names: source that pip links to */
  readonly editables: readonly ShellWord[];
  readonly noCacheDir: boolean;
  readonly user: boolean;
  /** the value of `--prefix`, if it has one */
  readonly prefix?: string;
  /** of the word `install`; undefined where its exact place is not known, as inside `sh -c "…"` */
  readonly installWord?: TextRange;
}

/** Options of `pip install` whose value is the next word. https://pip.pypa.io/en/stable/cli/pip_install/ */
const WITH_VALUE =
  /^(?:-[cefirt]|--(?:abi|cache-dir|cert|client-cert|config-settings?|constraint|editable|exists-action|extra-index-url|find-links|global-option|group|implementation|index-url|install-option|log|no-binary|only-binary|platform|prefix|progress-bar|proxy|python|python-version|report|requirement|retries|root|root-user-action|src|target|timeout|trusted-host|upgrade-strategy|use-feature))$/;
/** pip takes the beginning of a long option's name for it. */
const NO_CACHE = /^--no-cache(?:-d(?:ir?)?)?$/;

/** Every `pip install` that an instruction runs, in order. */
export function pipInstalls(instruction: Instruction, model: DockerfileModel): readonly PipInstall[] {
  return shellCommands(instruction, model).flatMap((command) => {
    const words = pipInstallWords(command);
    return words ? [pipInstall(command, words)] : [];
  });
}

function pipInstall(command: ShellCommand, words: readonly ShellWord[]): PipInstall {
  const at = command.words.length - words.length - 1;
  const install = command.words[at]?.range;
  const { options, packages } = sorted(words);
  const valuesOf = (name: RegExp) =>
    options.flatMap(({ option, value }) => (name.test(option) && value ? [value] : []));
  const flags = [...command.words.slice(1, at), ...words].filter(({ text }) => /^--?[a-z]/i.test(text));
  const prefix = valuesOf(/^--prefix$/)[0]?.text;
  return {
    command,
    flags: flags.filter(({ text }) => text !== "-m"),
    packages,
    requirementFiles: valuesOf(/^(?:-r|--requirement)$/),
    constraintFiles: valuesOf(/^(?:-c|--constraint)$/),
    editables: valuesOf(/^(?:-e|--editable)$/),
    noCacheDir: flags.some(({ text }) => NO_CACHE.test(text)),
    user: flags.some(({ text }) => text === "--user"),
    ...(prefix !== undefined && { prefix }),
    ...(install && isExact(install) && { installWord: install }),
  };
}

interface Option {
  readonly option: string;
  readonly value?: ShellWord;
}

function sorted(words: readonly ShellWord[]): {
  readonly options: readonly Option[];
  readonly packages: readonly ShellWord[];
} {
  const options: Option[] = [];
  const packages: ShellWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const [, option, attached = ""] =
      /^(--[a-z-]+)=(.*)$/s.exec(word.text) ?? /^(-[cefirt])(.+)$/s.exec(word.text) ?? [];
    if (option !== undefined) options.push({ option, value: { text: attached, range: word.range } });
    else if (!word.text.startsWith("-")) packages.push(word);
    else {
      const value = WITH_VALUE.test(word.text) ? words[(at += 1)] : undefined;
      options.push({ option: word.text, ...(value && { value }) });
    }
  }
  return { options, packages };
}

function isExact({ start, end }: TextRange): boolean {
  return start.line === end.line && end.character - start.character === "install".length;
}
