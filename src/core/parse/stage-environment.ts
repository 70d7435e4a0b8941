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
  const image = rootImage(stage);
  let folder = image && baseFamily(image) !== undefined ? "/" : undefined;
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      if (instruction === before) return folder;
      if (instruction.keyword === "WORKDIR") folder = entered(folder, instruction, model, link);
    }
  }
  return folder;
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
  const environment = environmentOf(model, stage);
  const args = stageChain(stage).flatMap(({ instructions }) =>
    instructions.flatMap(({ keyword, pairs }) => (keyword === "ARG" ? pairs : [])),
  );
  const isSet = (name = ""): boolean =>
    environment.has(name) ||
    args.some((pair) => pair.name === name && (pair.value !== undefined || model.globalArgs.get(name) !== undefined));
  return names.some((match) => !isSet(match[1]));
}
