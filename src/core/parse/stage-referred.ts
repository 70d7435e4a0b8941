import type { Stage } from "./dockerfile-model";

/** The stage that `COPY --from=` means, by its index counted from 0 or by its name; only stages above the one that copies count. */
export function stageReferred(from: string, user: Stage, stages: readonly Stage[]): Stage | undefined {
  const stage = /^\d+$/.test(from) ? stages[Number(from)] : stageNamed(from, stages);
  return stage && stage.index < user.index ? stage : undefined;
}

/** Without case; the last stage of a name counts. */
export function stageNamed(name: string, stages: readonly Stage[]): Stage | undefined {
  return namesOf(stages).get(name.toLowerCase());
}

/** A list is looked through once only: a long file may ask for each of its stages. */
const KNOWN = new WeakMap<readonly Stage[], ReadonlyMap<string, Stage>>();

function namesOf(stages: readonly Stage[]): ReadonlyMap<string, Stage> {
  const known = KNOWN.get(stages);
  if (known) return known;
  const names = new Map(
    stages.flatMap((stage) => (stage.name === undefined ? [] : [[stage.name.toLowerCase(), stage] as const])),
  );
  KNOWN.set(stages, names);
  return names;
}
