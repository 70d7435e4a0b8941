import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { mountFields } from "./mount-fields";
import { stageChain } from "./stage-chain";
import { stageNamed, stageReferred } from "./stage-referred";

export interface CopiesAcross {
  /** the earlier stages that the final image takes files from */
  readonly sources: readonly Stage[];
  /** the stages that are neither part of the final image nor copied from, by it or by what it copies from */
  readonly unused: readonly Stage[];
}

/**
 * What the final stage, its local parents included, takes from earlier stages that it is not built on: by `COPY --from=` or
 * `RUN --mount=…,from=`. The last stage is the final one, unless another is given. An image from elsewhere (`COPY --from=nginx`) is no stage, nor is what ONBUILD copies in images to come.
 */
export function copiesAcross(model: DockerfileModel, final = model.stages.at(-1)): CopiesAcross {
  if (!final) return { sources: [], unused: [] };
  const chain = stageChain(final);
  const sources = takenBy(chain, model).filter((stage) => !chain.includes(stage));
  const used = new Set<Stage>(chain);
  for (let found = sources; found.length > 0;) {
    const links = found.flatMap(stageChain).filter((stage) => !used.has(stage));
    links.forEach((stage) => used.add(stage));
    found = takenBy(links, model).filter((stage) => !used.has(stage));
  }
  return { sources: [...new Set(sources)], unused: model.stages.filter((stage) => !used.has(stage)) };
}

/** The stages that some stages copy from or mount, as often as they do. */
export function takenBy(stages: readonly Stage[], model: DockerfileModel): readonly Stage[] {
  return stages.flatMap((stage) =>
    stage.instructions.flatMap((instruction) => [
      ...copySources(instruction, stage, model),
      ...mountSources(instruction, stage, model),
    ]),
  );
}

/** By name, or by index counted from 0. */
function copySources({ keyword, flags }: Instruction, user: Stage, { stages }: DockerfileModel): readonly Stage[] {
  const from = keyword === "COPY" ? flags.find(({ name }) => name === "from")?.value : undefined;
  const stage = from === undefined ? undefined : stageReferred(from, user, stages);
  return stage ? [stage] : [];
}

/** By name only: BuildKit takes `from=0` of a mount for an image called 0. */
function mountSources({ keyword, flags }: Instruction, user: Stage, { stages }: DockerfileModel): readonly Stage[] {
  if (keyword !== "RUN") return [];
  const mounts = flags.flatMap(({ name, value }) => (name === "mount" && value ? mountFields(value) : []));
  const named = mounts.flatMap(({ key, value }) => (key === "from" && value ? (stageNamed(value, stages) ?? []) : []));
  return named.filter((stage) => stage.index < user.index);
}
