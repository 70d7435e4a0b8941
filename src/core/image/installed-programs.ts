import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { baseHasProgram } from "./base-programs";
import { copiesOf, type CopiedFiles } from "./copied-files";

export { createdGroups, createdUsers } from "./created-accounts";

const MANAGERS: ReadonlySet<string> = new Set("apt-get apt apk dnf yum microdnf tdnf zypper".split(" "));
/** Programs that come in a package of another name. */
const PACKAGE_OF: Readonly<Record<string, readonly string[]>> = {
  nc: ["netcat", "netcat-openbsd", "netcat-traditional", "ncat"],
  "redis-cli": ["redis-tools", "redis", "redis-server"],
  pg_isready: ["postgresql-client", "postgresql"],
  python: ["python3", "python-is-python3"],
  pip: ["python3-pip", "py3-pip"],
  pip3: ["python3-pip", "py3-pip"],
  ps: ["procps"],
};

/**
 * Whether a stage has a program: by its base image, by a package that a RUN of its chain installs and no later one removes,
 * or by a COPY to a folder of programs. Undefined where nobody can tell.
 */
export function hasProgram(model: DockerfileModel, stage: Stage, program: string): boolean | undefined {
  const copies = copiesOf(model, stage);
  if (copies.some((copy) => brings(program, copy))) return true;
  const image = rootImage(stage);
  let has = image && baseHasProgram(image, program);
  const own = Object.hasOwn(PACKAGE_OF, program) ? (PACKAGE_OF[program] ?? []) : [];
  const packages = new Set([program, ...own]);
  for (const command of commandsOf(model, stage)) {
    const change = changeBy(command, packages);
    if (change !== undefined) has = change === "installs";
    else if (has === false && isUnknownInstaller(command)) has = undefined;
  }
  return has === false && copies.some(bringsAnything) ? undefined : has;
}

function commandsOf(model: DockerfileModel, stage: Stage): readonly ShellCommand[] {
  return stageChain(stage)
    .toReversed()
    .flatMap(({ instructions }) =>
      instructions.flatMap((each) => (each.keyword === "RUN" ? shellCommands(each, model) : [])),
    );
}

/**
 * `apt-get install -y curl=8.5`, `apk add --no-cache curl`, `apt-get purge curl`. The name of a group, as in `apk add
 * --virtual .deps curl`, is put among the packages, because `apk del .deps` removes all of them.
 */
function changeBy(command: ShellCommand, packages: Set<string>): "installs" | "removes" | undefined {
  if (!MANAGERS.has(programOf(command))) return undefined;
  const words = command.words.slice(1).map(({ text }) => text);
  const isNamed = words.some((word) => packages.has(word.replace(/[=~<>:/@].*$/, "")));
  if (!isNamed) return undefined;
  if (words.some((word) => /^(remove|purge|autoremove|erase|del)$/.test(word))) return "removes";
  if (!words.some((word) => word === "install" || word === "add")) return undefined;
  const group = words.findIndex((word) => /^(-t|--virtual)(=|$)/.test(word));
  const name = words[group]?.split("=")[1] ?? words[group + 1];
  if (group !== -1 && programOf(command) === "apk" && name !== undefined) packages.add(name);
  return "installs";
}

/** Lists by variable, or from elsewhere, and scripts of the author's own may install anything. */
function isUnknownInstaller(command: ShellCommand): boolean {
  const program = programOf(command);
  if (MANAGERS.has(program)) return command.words.some(({ text }) => text.includes("$"));
  if (program === "xargs") return command.words.some(({ text }) => MANAGERS.has(text));
  return /\.sh$|^(ba|da|a|z)?sh$|^(source|\.|eval)$/.test(program);
}

function brings(program: string, { sources, destination }: CopiedFiles): boolean {
  if (destination === undefined || !/(^|\/)s?bin(\/|$)/.test(destination)) return false;
  return destination.endsWith(`/${program}`) || sources.some(({ text }) => text.split("/").at(-1) === program);
}

/** Whole folders of another image put over those where programs lie. */
function bringsAnything({ from, sources, destination = "" }: CopiedFiles): boolean {
  if (from === undefined) return false;
  if (/^\/(usr\/?)?$/.test(destination)) return true;
  return /^\/(usr\/)?s?bin\/?$/.test(destination) && sources.some(({ text }) => /(^|\/)(s?bin\/?|\.|)$/.test(text));
}
