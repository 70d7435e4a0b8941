import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { baseFamily, baseGroups, baseUsers } from "./base-programs";
import { copiesOf } from "./copied-files";
import { createdGroups, createdUsers } from "./installed-programs";

/** They can name a user or a group, but never create one. */
const NEVER_CREATE: ReadonlySet<string> = new Set(["chown", "chgrp", "chmod", "mkdir", "echo"]);
const NEVER_CREATE_USERS: ReadonlySet<string> = new Set([...NEVER_CREATE, "groupadd", "addgroup"]);

const MANAGERS = /^(apt|apt-get|apk|dnf|microdnf|yum|dpkg)$/;

export interface NamedUser {
  readonly name: string;
  readonly group?: string;
}

/**
 * Tells what a `USER name:group` of a stage names that the image does not have; undefined for one that has both, or may
 * have them: a number, or a name that steps speak of in a way of their own. Undefined as a whole where nobody can tell who
 * is there: an image that we do not know, users that come in files or by scripts.
 */
export function unknownIn(
  model: DockerfileModel,
  stage: Stage,
): ((named: NamedUser) => "user" | "group" | undefined) | undefined {
  const image = rootImage(stage);
  if (!image || baseFamily(image) === undefined || bringsUsers(model, stage)) return undefined;
  const users = new Set([...baseUsers(image), ...createdUsers(model, stage).keys()]);
  // useradd and adduser make a group of the user's own name
  const groups = new Set([...baseGroups(image), ...createdGroups(model, stage).keys(), ...users]);
  const commands = commandsOf(model, stage);
  const isNumber = (text: string): boolean => /^\d*$/.test(text);
  return ({ name, group = "" }) => {
    if (!isNumber(name) && !users.has(name) && !isSpokenOf(commands, name, NEVER_CREATE_USERS)) return "user";
    return isNumber(group) || groups.has(group) || isSpokenOf(commands, group, NEVER_CREATE) ? undefined : "group";
  };
}

/** Whether a file of users may come from elsewhere, or a script that creates some. */
function bringsUsers(model: DockerfileModel, stage: Stage): boolean {
  const brought = copiesOf(model, stage).some(({ destination }) =>
    /^\/(etc(\/(passwd|group)?)?)?$/.test(destination ?? "/"),
  );
  return brought || stageChain(stage).some(({ instructions }) => instructions.some((each) => runsScript(each, model)));
}

function runsScript(instruction: Instruction, model: DockerfileModel): boolean {
  if (instruction.keyword !== "RUN") return false;
  if ([instruction.argument, ...instruction.heredocs].some((text) => /\/etc\/(passwd|group)|extrausers/.test(text)))
    return true;
  return shellCommands(instruction, model).some((command) => {
    const program = programOf(command);
    return /\.(sh|bash|py)$|\$/.test(program) || /^(ba|da|a|z)?sh$|^(source|\.|eval|ansible.*|make)$/.test(program);
  });
}

function commandsOf(model: DockerfileModel, stage: Stage): readonly ShellCommand[] {
  return stageChain(stage).flatMap(({ instructions }) =>
    instructions.flatMap((each) => (each.keyword === "RUN" ? shellCommands(each, model) : [])),
  );
}

/** Whether a step names it other than to give it files: that step may create it, and so may a package with the name. */
function isSpokenOf(commands: readonly ShellCommand[], name: string, except: ReadonlySet<string>): boolean {
  return commands.some((command) => {
    const program = programOf(command);
    if (except.has(program)) return false;
    const creates = /user|group/.test(program);
    const installs = MANAGERS.test(program);
    return command.words.some(
      ({ text }) =>
        text === name ||
        text.startsWith(`${name}:`) ||
        text.endsWith(`=${name}`) ||
        (installs && text.includes(name)) ||
        (creates && text.includes("$")),
    );
  });
}
