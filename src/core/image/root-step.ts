import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { isRootUser } from "../parse/effective-user";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { userAt } from "../parse/user-at";
import { copiesOf } from "./copied-files";
import { failsWithoutHome } from "./pip-without-home";

/** A command that fails, because its step does not work as root. */
export interface RootStep {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  /** who the step works as */
  readonly user: string;
  /** the program as people call it */
  readonly program: string;
  /** the USER of the same stage that it works under; none where a parent stage has it */
  readonly under?: Instruction;
}

/** They change the system, whatever their arguments. */
const ALWAYS: ReadonlySet<string> = new Set([
  ...["addgroup", "adduser", "apk", "apt", "apt-get", "dnf", "dpkg", "groupadd", "ldconfig", "locale-gen", "microdnf"],
  ...["update-alternatives", "update-ca-certificates", "useradd", "userdel", "usermod", "yum"],
]);
const WRITERS: ReadonlySet<string> = new Set(["cp", "install", "ln", "mkdir", "mv", "tee", "touch"]);
const SYSTEM_FOLDER = /^\/(usr|etc|bin|sbin|lib)(\/|$)/;
const OWNERS = /^(chown|chmod|chgrp|setfacl)$/;
const HELPED = /\b(sudo|doas|fakeroot|gosu|su-exec|su -)(?![\w.=-])/;

/** The steps of a stage that work as somebody else than root and need root's rights, each with its first such command. */
export function rootSteps(model: DockerfileModel, stage: Stage): readonly RootStep[] {
  const handedOver = handedOverFolders(model, stage);
  let under: Instruction | undefined;
  let user = userAt(model, stage, stage.instructions[0]);
  return stage.instructions.flatMap((instruction, index) => {
    if (instruction.keyword === "USER") {
      under = instruction;
      user = userAt(model, stage, stage.instructions[index + 1]);
    }
    if (instruction.keyword !== "RUN" || user === undefined || isRootUser(user)) return [];
    if ([instruction.argument, ...instruction.heredocs].some((text) => HELPED.test(text))) return [];
    const commands = shellCommands(instruction, model);
    const step = { model, stage, instruction, user, handedOver };
    const command = commands.find((each, nth) => commands[nth + 1]?.joinedBy !== "||" && needsRights(each, step));
    return command ? [{ instruction, command, user, program: programOf(command), ...(under && { under }) }] : [];
  });
}

interface Step {
  readonly model: DockerfileModel;
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly user: string;
  readonly handedOver: readonly string[];
}

function needsRights(command: ShellCommand, step: Step): boolean {
  const program = programOf(command);
  if (ALWAYS.has(program)) return true;
  const operands = command.words.slice(1).flatMap(({ text }) => (text.startsWith("-") ? [] : [text]));
  if (program === "chown") return operands.slice(1).some((path) => isRootsCopy(path, step));
  if (WRITERS.has(program)) {
    const target = operands.at(-1) ?? "";
    return SYSTEM_FOLDER.test(target) && !step.handedOver.some((folder) => target.startsWith(folder));
  }
  return failsWithoutHome(command, step);
}

/** Files that COPY brought without --chown belong to root: only root can give them away. */
function isRootsCopy(path: string, { model, stage, instruction }: Step): boolean {
  const folder = path.replace(/\/+$/, "");
  return copiesOf(model, stage).some(
    (copy) =>
      copy.stage === stage &&
      copy.instruction.range.start.line < instruction.range.start.line &&
      copy.chown === undefined &&
      copy.destination !== undefined &&
      folder.startsWith("/") &&
      `${copy.destination.replace(/\/+$/, "")}/`.startsWith(`${folder}/`),
  );
}

/** Folders that may be the user's: by chown or chmod, by COPY --chown, or by WORKDIR, which makes them for the user. */
function handedOverFolders(model: DockerfileModel, stage: Stage): readonly string[] {
  const copied = copiesOf(model, stage).flatMap(({ chown, destination }) =>
    chown === undefined ? [] : [destination ?? "/"],
  );
  const others = stageChain(stage).flatMap(({ instructions }) =>
    instructions.flatMap((instruction) => {
      if (instruction.keyword === "WORKDIR") return [instruction.argument];
      if (instruction.keyword !== "RUN") return [];
      const changes = shellCommands(instruction, model).filter((command) => OWNERS.test(programOf(command)));
      return changes.flatMap(({ words }) => words.map(({ text }) => text));
    }),
  );
  const folders = [...copied, ...others].filter((text) => text.startsWith("/"));
  return [...new Set(folders.map((text) => text.replace(/[/*]+$/, "")))];
}
