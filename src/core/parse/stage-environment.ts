import path from "path-browserify";
import { baseFamily } from "../image/base-programs";
import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { rootImage } from "./root-image";
import { stageChain } from "./stage-chain";
import { substituted } from "./stage-variables";

/** What ENV (not ARG) sets for a stage, its local parents included, variables put in; up to `before`, if that is given. */
export function environmentOf(model: DockerfileModel, stage: Stage, before?: Instruction): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      if (instruction === before) return values;
      if (instruction.keyword !== "ENV") continue;
      for (const { name, value = "" } of instruction.pairs)
        values.set(name, substituted(value, model, link, instruction));
    }
  }
  return values;
}

/**
 * The folder that a stage works in, absolute, at its end or at `before`: relative WORKDIRs joined, local parents included.
 * Without any, the base's own where that is known to be `/`. Undefined where nobody can tell.
 */
export function workdirAt(model: DockerfileModel, stage: Stage, before?: Instruction): string | undefined {
  if (!before) return foldersOf(model, stage).end;
  const folders = stageChain(stage).map((link) => foldersOf(model, link));
  const own = folders.find((each) => each.before.has(before));
  return own ? own.before.get(before) : folders[0]?.end;
}

interface Folders {
  /** the folder that each instruction of a stage works in */
  readonly before: ReadonlyMap<Instruction, string | undefined>;
  readonly end: string | undefined;
}

/** A stage never changes, and each COPY asks for its folder. */
const KNOWN = new WeakMap<Stage, Folders>();

function foldersOf(model: DockerfileModel, stage: Stage): Folders {
  const folders = KNOWN.get(stage) ?? readFolders(model, stage);
  KNOWN.set(stage, folders);
  return folders;
}

function readFolders(model: DockerfileModel, stage: Stage): Folders {
  const image = rootImage(stage);
  const ofImage = image && baseFamily(image) !== undefined ? "/" : undefined;
  let folder = stage.parent ? foldersOf(model, stage.parent).end : ofImage;
  const before = new Map<Instruction, string | undefined>();
  for (const instruction of stage.instructions) {
    before.set(instruction, folder);
    if (instruction.keyword === "WORKDIR") folder = entered(folder, instruction, model, stage);
  }
  return { before, end: folder };
}

function entered(folder: string | undefined, instruction: Instruction, model: DockerfileModel, stage: Stage) {
  if (hasUnknownVariable(instruction, model, stage)) return undefined;
  const written = substituted(instruction.argument, model, stage, instruction);
  if (written.startsWith("/")) return path.normalize(written).replace(/(.)\/$/, "$1");
  return folder === undefined ? undefined : path.join(folder, written).replace(/(.)\/$/, "$1");
}

/** A variable that nothing in the file sets may come from the base image or from a --build-arg. */
function hasUnknownVariable({ argument }: Instruction, model: DockerfileModel, stage: Stage): boolean {
  const names = [...argument.matchAll(/\$\{?(\w+)(:-)?/g)].filter((match) => match[2] === undefined);
  if (names.length === 0) return false;
  const environment = environmentOf(model, stage);
  const args = stageChain(stage).flatMap(({ instructions }) =>
    instructions.flatMap(({ keyword, pairs }) => (keyword === "ARG" ? pairs : [])),
  );
  const isSet = (name = ""): boolean =>
    environment.has(name) ||
    args.some((pair) => pair.name === name && (pair.value !== undefined || model.globalArgs.get(name) !== undefined));
  return names.some((match) => !isSet(match[1]));
}
