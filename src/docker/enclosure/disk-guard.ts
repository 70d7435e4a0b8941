import { statfs } from "node:fs/promises";
import { EngineFault } from "../../core/container-engine";
import type { ContainmentLimits } from "./containment";

/** Why the guard has stopped a run. */
export interface DiskStop {
  /** `budget` is the submission's doing, `machine` need not be */
  readonly by: "budget" | "machine";
  readonly fault: EngineFault;
}

/** Watches the engine's disk while untrusted work writes on it. */
export interface DiskGuard {
  /** aborted when the run is stopped, with an EngineFault as its reason */
  readonly signal: AbortSignal;
  stopped(): DiskStop | undefined;
  /** Ends the watch. */
  dispose(): void;
}

export interface DiskGuardOptions {
  /** folder of the engine's data, on this machine */
  readonly dataRoot: string;
  readonly limits: Pick<ContainmentLimits, "diskBytes" | "reserveBytes">;
  /** bytes that the run itself has written; undefined where that cannot be told */
  readonly written: () => Promise<number | undefined>;
  /** ends what writes */
  readonly stop: () => Promise<void>;
}

/** Milliseconds. A fast disk takes half a gigabyte in this time. */
const LOOK_EVERY = 250;
/** Milliseconds. */
const MEASURE_EVERY = 5_000;

/**
 * Looks at the free room of the engine's disk all the time, which costs nothing; where it has shrunk by the budget, the run's own
 * share is measured, because others may be writing as well. It is measured now and then in any case: what others take away
 * hides what this run writes. No more is promised than that the disk does not run full.
 */
export async function openDiskGuard(options: DiskGuardOptions): Promise<DiskGuard> {
  const { dataRoot, limits, written, stop } = options;
  const abort = new AbortController();
  let verdict: DiskStop | undefined;
  let before = await freeBytes(dataRoot);
  let measuredAt = performance.now();
  let looking = false;

  const look = async () => {
    const free = await freeBytes(dataRoot);
    if (free < limits.reserveBytes) return end({ by: "machine", fault: diskFull(free) });
    const shrunk = before - free > limits.diskBytes;
    if (!shrunk && performance.now() - measuredAt < MEASURE_EVERY) return;
    const own = await written();
    measuredAt = performance.now();
    if (own === undefined) return shrunk ? end({ by: "machine", fault: tooMuchWritten(limits.diskBytes) }) : undefined;
    if (own > limits.diskBytes) return end({ by: "budget", fault: overBudget(limits.diskBytes) });
    // The rest is the work of others.
    before = free + own;
  };
  const end = async (stopped: DiskStop) => {
    verdict = stopped;
    clearInterval(timer);
    abort.abort(stopped.fault);
    await stop();
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    // A look that fails says nothing of the disk; the next one may succeed.
    look()
      .catch(() => undefined)
      .finally(() => (looking = false));
  }, LOOK_EVERY);
  timer.unref();
  return { signal: abort.signal, stopped: () => verdict, dispose: () => clearInterval(timer) };
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function overBudget(bytes: number): EngineFault {
  return new EngineFault({
    observed: `It was stopped: it wrote more than ${inWords(bytes)} to the disk, which is all that a submission may.`,
    why: "Others share the disk, and an image for this challenge is a small part of that.",
    next: "Look at what the Dockerfile and the app write.",
  });
}

function diskFull(free: number): EngineFault {
  return new EngineFault({
    observed: `The disk of the Docker engine is nearly full: ${inWords(free)} are left.`,
    why: "Grading was stopped before the machine runs out of room. This is not counted against the submission.",
    next: "Make room with `docker system df` and `docker builder prune`, then run the checks again.",
  });
}

function tooMuchWritten(bytes: number): EngineFault {
  return new EngineFault({
    observed: `While this was graded, the disk of the Docker engine filled by more than ${inWords(bytes)}.`,
    why: "A submission may not write that much; whether it was this one cannot be told on this machine, so it is not counted.",
    next: "Grade it once more while nothing else is built. If it ends the same way, look at what its Dockerfile writes.",
  });
}

function inWords(bytes: number): string {
  return bytes >= 2 ** 30 ? `${Number((bytes / 2 ** 30).toFixed(1))} GB` : `${Math.round(bytes / 2 ** 20)} MB`;
}
