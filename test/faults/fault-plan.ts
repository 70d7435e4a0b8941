import { FAULT_KINDS, type Fault } from "./fault-kind";
import type { SeenCall } from "./fault-proxy";
import { shuffled } from "../support/seeded-random";

/** The faults of one grading run. */
export interface PlannedRun {
  readonly fixture: string;
  readonly faults: readonly Fault[];
}

/** A call that is asked again and again while something is waited for is struck up to this often. */
const MOST_OCCURRENCES = 6;
/** So many faults share a run: most strike one check only, and the others go on. */
const FAULTS_A_RUN = 3;

/**
 * Every kind of fault at every call that the clean runs made, in an order that the seed chooses; what differs most comes first,
 * so that a part of the plan, too, has all kinds and all calls.
 * @param clean fixture → the calls of its clean run
 */
export function planRuns(clean: ReadonlyMap<string, readonly SeenCall[]>, random: () => number): readonly PlannedRun[] {
  const all = [...clean].flatMap(([fixture, calls]) =>
    calls
      .filter(({ occurrence }) => occurrence <= MOST_OCCURRENCES)
      .flatMap((call) => FAULT_KINDS.map((kind) => ({ fixture, fault: faultAt(call, kind, random) }))),
  );
  const byCall = variedFirst(shuffled(all, random), ({ fault }) => `${fault.kind} ${fault.call}`);
  return inRuns(variedFirst(byCall, ({ fault }) => fault.kind));
}

function faultAt(call: SeenCall, kind: Fault["kind"], random: () => number): Fault {
  // A third strikes before the first byte, the others anywhere in the answer.
  const at = random() < 1 / 3 ? 0 : Math.floor(random() * call.bytes);
  return { call: call.name, occurrence: call.occurrence, kind, at, seed: Math.floor(random() * 2 ** 32) };
}

/** The first of each sort, then the second of each, and so on. */
function variedFirst<T>(items: readonly T[], sortOf: (item: T) => string): readonly T[] {
  const seen = new Map<string, number>();
  const numbered = items.map((item) => {
    const number = (seen.get(sortOf(item)) ?? 0) + 1;
    seen.set(sortOf(item), number);
    return { item, number };
  });
  return numbered.sort((a, b) => a.number - b.number).map(({ item }) => item);
}

function inRuns(items: readonly { readonly fixture: string; readonly fault: Fault }[]): readonly PlannedRun[] {
  const runs: PlannedRun[] = [];
  const open = new Map<string, Fault[]>();
  for (const { fixture, fault } of items) {
    const faults = open.get(fixture) ?? [];
    if (faults.length === 0) runs.push({ fixture, faults });
    faults.push(fault);
    open.set(fixture, faults.length === FAULTS_A_RUN ? [] : faults);
  }
  return runs;
}
