import path from "path-browserify";
import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { workdirAt } from "../parse/stage-environment";
import { pipInstallWords } from "./pip-install-words";

/** Programs that bring a Python of their own, so that the base image's says nothing. */
const OTHER_PYTHONS = /^(?:pyenv|conda|mamba|micromamba|apt|apt-get|apk)$/;

/**
 * Whether a path holds packages that only fit the Python and the C library of the stage that has them: a site-packages
 * folder, a virtual environment, or one of the folders that the stage's steps filled, or what these lie in.
 * @param folders as `packageFolders` gives them
 */
export function holdsPackages(copied: string, folders: readonly string[]): boolean {
  const plain = path.normalize(copied).replace(/(.)\/$/, "$1");
  if (/(?:^|\/)(?:site-packages|\.?venv|virtualenv)(?:\/|$)/.test(plain) || plain === "/root/.local") return true;
  return folders.some((folder) => folder === plain || folder.startsWith(`${plain}/`));
}

/** Whether a stage installs a Python besides its base image's. */
export function hasOwnPython(model: DockerfileModel, stage: Stage): boolean {
  return commandsOf(model, stage).some(({ command }) => {
    const words = command.words.map(({ text }) => text);
    if (programOf(command) === "uv") return words.includes("python") && words.includes("install");
    return OTHER_PYTHONS.test(programOf(command)) && words.some((word) => /^(?:python|pypy)[\d.]*$/.test(word));
  });
}

/** Where the steps of a stage put Python packages, other than into its own Python: pip's `--prefix`, virtual environments. */
export function packageFolders(model: DockerfileModel, stage: Stage): readonly string[] {
  return commandsOf(model, stage).flatMap(({ command, workdir }) => {
    const written = prefixOf(command) ?? environmentFolder(command);
    if (written === undefined || written.includes("$")) return [];
    if (written.startsWith("/")) return [path.normalize(written).replace(/(.)\/$/, "$1")];
    return workdir === undefined ? [] : [path.join(workdir, written).replace(/(.)\/$/, "$1")];
  });
}

function commandsOf(model: DockerfileModel, stage: Stage) {
  return stageChain(stage).flatMap((link) =>
    link.instructions.flatMap((instruction) => {
      if (instruction.keyword !== "RUN") return [];
      const workdir = workdirAt(model, link, instruction);
      return shellCommands(instruction, model).map((command) => ({ command, workdir }));
    }),
  );
}

function prefixOf(command: ShellCommand): string | undefined {
  const words = pipInstallWords(command)?.map(({ text }) => text) ?? [];
  const at = words.findIndex((word) => /^--prefix(?:=|$)/.test(word));
  return at === -1 ? undefined : words[at] === "--prefix" ? words[at + 1] : words[at]?.slice("--prefix=".length);
}

/** `python -m venv /opt/venv`, `virtualenv /opt/venv`. */
function environmentFolder(command: ShellCommand): string | undefined {
  const words = command.words.map(({ text }) => text);
  const isModule =
    /^python[\d.]*$/.test(programOf(command)) && words[1] === "-m" && /^(?:venv|virtualenv)$/.test(words[2] ?? "");
  if (!isModule && programOf(command) !== "virtualenv") return undefined;
  return words.slice(isModule ? 3 : 1).findLast((word) => !word.startsWith("-"));
}
