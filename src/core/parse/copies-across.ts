import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { mountFields } from "./mount-fields";
import { stageChain } from "./stage-chain";

export interface CopiesAcross {
  /** the earlier stages that the final image takes files from */
  readonly sources: readonly Stage[];
  /** the stages that are neither part of the final image nor copied from, by it or by what it copies from */
  readonly unused: readonly Stage[];
}

/**
 * What the final stage, its local parents included, takes from earlier stages that it is not built on: by `COPY --from=` or
 * `RUN --mount=…,from=`, with a stage's name or index.
 */
export function copiesAcross(model: DockerfileModel): CopiesAcross {
  const final = model.stages.at(-1);
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

function takenBy(stages: readonly Stage[], model: DockerfileModel): readonly Stage[] {
  return stages.flatMap((stage) =>
    stage.instructions.flatMap((instruction) =>
      sourcesOf(instruction).flatMap((name) => find(name, stage, model) ?? []),
    ),
  );
}

function sourcesOf({ keyword, flags }: Instruction): readonly string[] {
  if (keyword === "COPY") return flags.flatMap(({ name, value }) => (name === "from" && value ? [value] : []));
  if (keyword !== "RUN") return [];
  const mounts = flags.flatMap(({ name, value }) => (name === "mount" && value ? mountFields(value) : []));
  return mounts.flatMap(({ key, value }) => (key === "from" && value ? [value] : []));
}

/** A stage by name, without case, or by index; only an earlier one. The last of that name counts. */
function find(name: string, user: Stage, { stages }: DockerfileModel): Stage | undefined {
  const earlier = stages.slice(0, user.index);
  const named = earlier.findLast((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  return named ?? (/^\d+$/.test(name) ? earlier[Number(name)] : undefined);
}
