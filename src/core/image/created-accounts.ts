import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { substituted } from "../parse/stage-variables";

/** A stage never changes, and many rules ask about the same one. */
const USERS = new WeakMap<Stage, ReadonlyMap<string, Instruction>>();
const GROUPS = new WeakMap<Stage, ReadonlyMap<string, Instruction>>();

/** The users that RUN creates in a stage's chain, each with its instruction: useradd, adduser, and lines for /etc/passwd. */
export function createdUsers(model: DockerfileModel, stage: Stage): ReadonlyMap<string, Instruction> {
  const users = USERS.get(stage) ?? created(model, stage, usersIn);
  USERS.set(stage, users);
  return users;
}

/** The groups that RUN creates in a stage's chain. A new user brings a group of the same name, unless it is given another. */
export function createdGroups(model: DockerfileModel, stage: Stage): ReadonlyMap<string, Instruction> {
  const groups = GROUPS.get(stage) ?? created(model, stage, groupsIn);
  GROUPS.set(stage, groups);
  return groups;
}

/** Options that take the next word, alone or behind others without a value. https://man7.org/linux/man-pages/man8/useradd.8.html */
const USERADD =
  /^(-[DFhlmMNorU]*[bcdefgGkKpRPsuZ]|--(base-dir|comment|home-dir|home|expiredate|inactive|gid|groups|skel|key|password|root|prefix|shell|uid|selinux-user))$/;
/** Debian's and busybox' adduser: where both have an option, it takes a value in both. */
const ADDUSER =
  /^(-[DSHq]*[hgsGuk]|--(home|gecos|shell|ingroup|uid|gid|skel|conf|firstuid|lastuid|firstgid|lastgid|comment|group-name))$/;
const GROUPADD = /^(-[frSo]*[gGpRKPU]|--(gid|key|password|root|prefix|users|conf|firstgid|lastgid))$/;

function usersIn(command: ShellCommand): readonly string[] {
  const program = programOf(command);
  if (program === "useradd") return operandsOf(command, USERADD).slice(-1);
  // `adduser name group` puts a user into a group
  if (program === "adduser") return operandsOf(command, ADDUSER).slice(0, 1);
  return linesEchoed(command, /^([\w-]+):[^:]*:\d+:\d+:/);
}

function groupsIn(command: ShellCommand): readonly string[] {
  const program = programOf(command);
  const has = (option: RegExp): boolean => command.words.some(({ text }) => option.test(text));
  if (program === "useradd")
    return has(/^(-[DFhlmMorU]*[gN]|--(gid|no-user-group)(=|$))/) ? [] : operandsOf(command, USERADD).slice(-1);
  if (program === "groupadd" || program === "addgroup") return onlyOne(operandsOf(command, GROUPADD));
  if (program !== "adduser") return linesEchoed(command, /^([\w-]+):[^:]*:\d+:[\w,-]*\s*$/);
  // A system's user goes to `nogroup`, unless Debian's `--group` is given as well.
  const isSystem = has(/^(-[DHq]*S|--system$)/) && !has(/^--group$/);
  return isSystem || has(/^(-[DSHq]*G|--(gid|ingroup)(=|$))/) ? [] : onlyOne(operandsOf(command, ADDUSER));
}

/** With two names, one is put into the other and nothing is created. */
function onlyOne(names: readonly string[]): readonly string[] {
  return names.length === 1 ? names : [];
}

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

/** `echo "app:x:1000:1000::/home/app:/bin/sh" >> /etc/passwd`, and the like for /etc/group */
function linesEchoed(command: ShellCommand, line: RegExp): readonly string[] {
  if (!["echo", "printf"].includes(programOf(command))) return [];
  return command.words.flatMap(({ text }) => line.exec(text.replace(/\\n$/, ""))?.[1] ?? []);
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
      for (const written of shellCommands(instruction, model).flatMap(namesIn)) {
        // A variable of the shell's own comes to nothing here, and stays as it is written.
        const name = substituted(written, model, link, instruction);
        names.set(name === "" ? written : name, instruction);
      }
    }
  }
  return names;
}
