import { childResult } from "./child-report";
import { openClassEngine, type ClassEngine } from "./class-engine";
import { gradeInChild } from "./grade-in-child";
import type { GradeClassRequest } from "./grade-class-request";
import type { Group } from "../list/group-submissions";
import type { KeptResult } from "./kept-results";
import { betterOf, needsSecondLook } from "./needs-second-look";
import { poolSize } from "./pool-size";

/** What is done with a group's result once it stands. */
export type Settle = (group: Group, result: KeptResult) => Promise<void>;

/**
 * Grades groups, as many at once as the engine can take. What may have failed for want of time is graded once more at the end,
 * alone. The first fault of the class itself stops all; rejects with it, or with the signal's reason.
 */
export async function gradeGroups(groups: readonly Group[], request: GradeClassRequest, settle: Settle): Promise<void> {
  const engine = await openClassEngine(request);
  try {
    await engine.pullBaseImages((text) => request.onEvent({ kind: "note", text }));
    const jobs = Math.min(request.jobs ?? poolSize(engine.capacity), groups.length);
    const again: { readonly group: Group; readonly first: KeptResult }[] = [];
    await inPool(groups, jobs, request.signal, async (group, signal) => {
      const first = await gradeGroup(group, { ...request, signal }, engine);
      if (jobs > 1 && needsSecondLook(first)) again.push({ group, first });
      else await settle(group, first);
    });
    for (const { group, first } of again) {
      const [{ name }] = group.members;
      request.onEvent({
        kind: "note",
        text: `${name} is graded once more, alone: the machine may have been too busy.`,
      });
      const second = await gradeGroup(group, request, engine);
      await settle(group, betterOf(first, second));
    }
  } finally {
    await engine.dispose();
  }
}

async function inPool<T>(
  items: readonly T[],
  jobs: number,
  outer: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const fault = new AbortController();
  const signal = AbortSignal.any([outer, fault.signal]);
  // All workers take from the same iterator, so each item comes once.
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item, signal);
  };
  const workers = Array.from({ length: jobs }, () =>
    worker().catch((error: unknown) => {
      fault.abort(error);
    }),
  );
  await Promise.all(workers);
  signal.throwIfAborted();
}

async function gradeGroup(
  { members: [entry] }: Group,
  request: GradeClassRequest,
  engine: ClassEngine,
): Promise<KeptResult> {
  const { trust, buildNetwork, timeLimitMs, signal, onEvent } = request;
  signal.throwIfAborted();
  onEvent({ kind: "started", name: entry.name });
  const started = performance.now();
  const outcome = await gradeInChild({ folder: entry.folder, trust, buildNetwork }, request);
  await engine.limitCache();
  return childResult(outcome, timeLimitMs, engine.status, Math.round(performance.now() - started));
}
