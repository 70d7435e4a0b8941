import path from "path-browserify";
import { baseFamily } from "../image/base-family";
import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { rootImage } from "./root-image";
import { setVariables } from "./set-variables";
import { lex } from "./shell-lex";
import { stageChain } from "./stage-chain";

/** What ENV (not ARG) sets for a stage, its local parents included, variables put in; up to `before`, if that is given. */
export function environmentOf(model: DockerfileModel, stage: Stage, before?: Instruction): ReadonlyMap<string, string> {
  if (before) return readEnvironment(model, stage, before);
  const known = ENVIRONMENTS.get(stage) ?? readEnvironment(model, stage);
  ENVIRONMENTS.set(stage, known);
  return known;
}

/** A stage never changes, and many rules ask for what it ends with. */
const ENVIRONMENTS = new WeakMap<Stage, ReadonlyMap<string, string>>();

function readEnvironment(model: DockerfileModel, stage: Stage, before?: Instruction): ReadonlyMap<string, string> {
  const environment = new Map<string, string>();
  const values = new Map<string, string>();
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      if (instruction === before) return environment;
      setVariables(values, instruction, model);
      if (instruction.keyword !== "ENV") continue;
      for (const { name, value = "" } of instruction.pairs) environment.set(name, values.get(name) ?? value);
    }
  }
  return environment;
}

/**
 * The folder that a stage works in, absolute, at its end or at `before`: relative WORKDIRs joined, local parents included.
 * Without any, the base's own where that is known to be `/`. Undefined where nobody can tell.
 */
export function workdirAt(model: DockerfileModel, stage: Stage, before?: Instruction): string | undefined {
  const folders = foldersOf(model, stage);
  return before && folders.before.has(before) ? folders.before.get(before) : folders.end;
}

interface Folders {
  /** the folder that each instruction of a stage, and of its local parents, works in */
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
  let folder = image && baseFamily(image) !== undefined ? "/" : undefined;
  const values = new Map<string, string>();
  const before = new Map<Instruction, string | undefined>();
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      before.set(instruction, folder);
      setVariables(values, instruction, model);
      if (instruction.keyword === "WORKDIR") folder = entered(folder, instruction, model, values);
    }
  }
  return { before, end: folder };
}

function entered(
  folder: string | undefined,
  { argument }: Instruction,
  { escape }: DockerfileModel,
  values: ReadonlyMap<string, string>,
): string | undefined {
  // A variable that nothing in the file has set by then may come from the base image or from a --build-arg.
  const defaults = new Set([...argument.matchAll(/\$\{(\w+):-/g)].map((match) => match[1]));
  let isKnown = true;
  const lookup = (name: string): string | undefined => {
    isKnown &&= values.has(name) || defaults.has(name);
    return values.get(name);
  };
  const result = lex(argument, { escape, lookup });
  if (!result.ok || !isKnown) return undefined;
  if (result.text.startsWith("/")) return withoutSlash(path.normalize(result.text));
  return folder === undefined ? undefined : withoutSlash(path.join(folder, result.text));
}

function withoutSlash(folder: string): string {
  return folder.replace(/(.)\/$/, "$1");
}
