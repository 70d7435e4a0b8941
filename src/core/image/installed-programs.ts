import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { baseHasProgram } from "./base-programs";
import { copiesOf } from "./copied-files";

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
 * Whether a stage has a program: by its base image, by a package that a RUN of its chain installs, or by a COPY to a folder
 * of programs. Undefined where nobody can tell.
 */
export function hasProgram(model: DockerfileModel, stage: Stage, program: string): boolean | undefined {
  const commands = commandsOf(model, stage);
  const packages = [program, ...(PACKAGE_OF[program] ?? [])];
  if (commands.some((command) => installs(command, packages))) return true;
  if (copiesOf(model, stage).some(({ sources, destination }) => brings(program, sources, destination))) return true;
  const image = rootImage(stage);
  const brought = image && baseHasProgram(image, program);
  // A script of the author's own may install anything.
  return brought === false && commands.some(isUnknownInstaller) ? undefined : brought;
}

/** The users that RUN creates in a stage's chain, each with its instruction: useradd, adduser, and lines for /etc/passwd. */
export function createdUsers(model: DockerfileModel, stage: Stage): ReadonlyMap<string, Instruction> {
  const users = USERS.get(stage) ?? created(model, stage, usersIn);
  USERS.set(stage, users);
  return users;
}

/** A stage never changes, and many rules ask about the same one. */
const USERS = new WeakMap<Stage, ReadonlyMap<string, Instruction>>();
const GROUPS = new WeakMap<Stage, ReadonlyMap<string, Instruction>>();

function usersIn(command: ShellCommand): readonly string[] {
  const program = programOf(command);
  if (program === "useradd" || program === "adduser") return operandsOf(command, USER_OPTIONS[program]).slice(0, 1);
  return namesEchoed(command);
}

/** The groups that RUN creates in a stage's chain. A new user brings a group of the same name, unless it is given another. */
export function createdGroups(model: DockerfileModel, stage: Stage): ReadonlyMap<string, Instruction> {
  const groups = GROUPS.get(stage) ?? created(model, stage, groupsIn);
  GROUPS.set(stage, groups);
  return groups;
}

function groupsIn(command: ShellCommand): readonly string[] {
  const program = programOf(command);
  if (program === "groupadd" || program === "addgroup")
    return operandsOf(command, /^(-[gGpRK]|--(gid|key|password|root))$/).slice(-1);
  if (program !== "useradd" && program !== "adduser") return [];
  const hasOther = command.words.some(({ text }) => /^(-[gNG]|--(gid|ingroup|no-user-group)(=|$))/.test(text));
  return hasOther ? [] : operandsOf(command, USER_OPTIONS[program]).slice(0, 1);
}

/** Options that take a value in the next word. https://man7.org/linux/man-pages/man8/useradd.8.html, busybox adduser */
const USER_OPTIONS = {
  useradd:
    /^(-\w*[bcdefgGkKpRPsuZ]|--(base-dir|comment|home-dir|home|expiredate|inactive|gid|groups|skel|key|password|root|prefix|shell|uid|selinux-user))$/,
  adduser: /^(-\w*[hgsGuk]|--(home|gecos|shell|ingroup|uid|gid|conf|firstuid|lastuid|comment|group-name))$/,
} as const;

/** The words that are neither the program, nor options, nor their values. */
function operandsOf({ words }: ShellCommand, takesValue: RegExp): readonly string[] {
  const operands: string[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const text = words[at]?.text ?? "";
    if (takesValue.test(text)) at += 1;
    else if (!text.startsWith("-")) operands.push(text);
  }
  return operands;
}

/** `echo "app:x:1000:1000::/home/app:/bin/sh" >> /etc/passwd` */
function namesEchoed(command: ShellCommand): readonly string[] {
  if (!["echo", "printf"].includes(programOf(command))) return [];
  return command.words.flatMap(({ text }) => /^([\w-]+):[^:]*:\d+:\d+:/.exec(text)?.[1] ?? []);
}

function created(
  model: DockerfileModel,
  stage: Stage,
  namesIn: (command: ShellCommand) => readonly string[],
): ReadonlyMap<string, Instruction> {
  const names = new Map<string, Instruction>();
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      if (instruction.keyword !== "RUN") continue;
      for (const name of shellCommands(instruction, model).flatMap(namesIn)) names.set(name, instruction);
    }
  }
  return names;
}

function commandsOf(model: DockerfileModel, stage: Stage): readonly ShellCommand[] {
  return stageChain(stage).flatMap(({ instructions }) =>
    instructions.flatMap((each) => (each.keyword === "RUN" ? shellCommands(each, model) : [])),
  );
}

/** `apt-get install -y curl=8.5`, `apk add --no-cache curl`; lists by variable or wildcard stay unknown. */
function installs(command: ShellCommand, packages: readonly string[]): boolean {
  if (!MANAGERS.has(programOf(command))) return false;
  const [, ...rest] = command.words.map(({ text }) => text);
  if (!rest.some((word) => word === "install" || word === "add")) return false;
  return rest.some((word) => packages.includes(word.replace(/[=~<>].*$/, "")));
}

function isUnknownInstaller(command: ShellCommand): boolean {
  const isManager = MANAGERS.has(programOf(command));
  return (isManager && command.words.some(({ text }) => text.includes("$"))) || /\.sh$/.test(programOf(command));
}

function brings(program: string, sources: readonly { readonly text: string }[], destination?: string): boolean {
  if (destination === undefined || !/(^|\/)s?bin(\/|$)/.test(destination)) return false;
  return destination.endsWith(`/${program}`) || sources.some(({ text }) => text.split("/").at(-1) === program);
}
