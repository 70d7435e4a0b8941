import { programOf, type ShellCommand, type ShellWord } from "../parse/shell-commands";

/**
 * What stands behind `install` in a `pip install`, `pip3 install` or `python -m pip install`; undefined for any other
 * command, pipx, pipenv and uv among them.
 */
export function pipInstallWords(command: ShellCommand): readonly ShellWord[] | undefined {
  const { words } = command;
  const program = programOf(command);
  if (/^pip[\d.]*$/.test(program)) return behindInstall(words, (text) => /(^|\/)pip[\d.]*$/.test(text));
  if (!/^python[\d.]*$/.test(program)) return undefined;
  const module = words.findIndex(({ text }, index) => text === "pip" && words[index - 1]?.text === "-m");
  return module === -1 ? undefined : behindInstall(words, (_, index) => index === module);
}

function behindInstall(
  words: readonly ShellWord[],
  isPip: (text: string, index: number) => boolean,
): readonly ShellWord[] | undefined {
  const pip = words.findIndex(({ text }, index) => isPip(text, index));
  const install = words.findIndex(({ text }, index) => index > pip && !text.startsWith("-"));
  return pip !== -1 && words[install]?.text === "install" ? words.slice(install + 1) : undefined;
}
