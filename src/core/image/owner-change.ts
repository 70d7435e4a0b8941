import path from "path-browserify";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellCommand, type ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { workdirAt } from "../parse/stage-environment";
import { copiesOf, type CopiedFiles } from "./copied-files";

/** A RUN that gives files to an owner which COPY or ADD could have given them to. */
export interface OwnerChange {
  readonly stage: Stage;
  readonly step: Instruction;
  readonly command: ShellCommand;
  /** the word `-R` */
  readonly option: ShellWord;
  /** as written, for instance `appuser:appuser` */
  readonly owner: string;
  /** those that brought the files, without an owner of their own */
  readonly copies: readonly CopiedFiles[];
  /** the folder was not made by COPY: it keeps its owner whatever COPY does */
  readonly folderStays: boolean;
}

/** Every `chown -R owner folder` of a stage and its local parents that covers what the same stage has copied before. */
export function ownerChanges(model: DockerfileModel, final: Stage): readonly OwnerChange[] {
  return stageChain(final).flatMap((stage) =>
    stage.instructions.flatMap((step) =>
      step.keyword === "RUN"
        ? shellCommands(step, model).flatMap((command) => changeOf(model, stage, step, command) ?? [])
        : [],
    ),
  );
}

function changeOf(
  model: DockerfileModel,
  stage: Stage,
  step: Instruction,
  command: ShellCommand,
): OwnerChange | undefined {
  const [, ...rest] = command.words;
  const option = rest.find(({ text }) => /^(-\w*R\w*|--recursive)$/.test(text));
  const [owner, target, ...more] = rest.filter(({ text }) => !text.startsWith("-"));
  if (programOf(command) !== "chown" || !option || !owner || !target || more.length > 0) return undefined;
  const folder = absolute(target.text, workdirAt(model, stage, step));
  if (folder === undefined) return undefined;
  const before = stage.instructions.slice(0, stage.instructions.indexOf(step));
  const copies = copiesOf(model, stage).filter(
    ({ instruction, chown, destination }) =>
      before.includes(instruction) && chown === undefined && isInside(destination, folder),
  );
  if (copies.length === 0) return undefined;
  const workdirs = before.filter(({ keyword }) => keyword === "WORKDIR");
  const folderStays =
    isInside(workdirAt(model, stage, step), folder) || workdirs.some(({ argument }) => isInside(argument, folder));
  return { stage, step, command, option, owner: owner.text.replace(/:$/, ""), copies, folderStays };
}

/** A folder without a slash behind; undefined with variables and patterns, or where the working folder is not known. */
function absolute(text: string, workdir: string | undefined): string | undefined {
  if (/[$*?~]/.test(text)) return undefined;
  if (text.startsWith("/")) return path.normalize(text).replace(/(.)\/$/, "$1");
  return workdir === undefined ? undefined : path.join(workdir, text).replace(/(.)\/$/, "$1");
}

function isInside(place: string | undefined, folder: string): boolean {
  return place !== undefined && folder !== "/" && `${place}/`.startsWith(`${folder}/`);
}
