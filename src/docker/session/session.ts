import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import type Dockerode from "dockerode";
import { temporaryFolderFault } from "../ask/faults";
import { labelledObjects, removeObjects } from "./labelled-objects";
import { NAME_PREFIX, type Owner, sessionLabels } from "./labels";
import { patiently } from "./patiently";
import { makeRunFolder } from "./run-folder";
import { thisOwner } from "./this-owner";

/** Owner of all that one grading run makes, in the engine and in the temporary folder. */
export interface Session {
  readonly id: string;
  /** every object that the run creates carries all of these */
  readonly labels: Readonly<Record<string, string>>;
  /** the same as `--label k=v` arguments */
  readonly labelArgs: readonly string[];
  /** a name that no other run has: `dockerize-coach-<id>-<part>`; `part` of lower-case letters, digits and dashes */
  name(part: string): string;
  /** a new folder of this run under the system's temporary folder, removed with the run; rejects with EngineFault */
  tempFolder(): Promise<string>;
  /**
   * Wraps a request that creates something, and must not be given up half-way: removal waits for it, so that what it
   * creates late is seen.
   */
  creating<T>(request: Promise<T>): Promise<T>;
  /** Work to do before the labelled objects are removed; runs once, in parallel with others, may throw. */
  beforeRemoval(task: () => Promise<void>): void;
  /** Removes everything of this run. Never throws; safe to call twice; works after the run's signal was aborted too. */
  dispose(): Promise<void>;
}

/** The sessions of this process that are not over; a sweep leaves them alone. */
const living = new Set<string>();

export function isLivingSession(id: string): boolean {
  return living.has(id);
}

/** No step of the removal waits longer than this, in milliseconds: an engine that hangs must not hold up the report. */
const PATIENCE = 20_000;
/** Nor one removal for longer than this, so that there is time for the others and for another look. */
const ONE_REMOVAL = 6_000;

export interface SessionOptions {
  /** milliseconds since 1970 */
  readonly now: number;
  /** called once, when everything is removed */
  readonly onDisposed?: () => void;
  readonly owner?: Owner;
}

export function openSession(docker: Dockerode, { now, onDisposed, owner = thisOwner() }: SessionOptions): Session {
  const id = randomBytes(6).toString("hex");
  const labels = sessionLabels({ session: id, startedAt: now, ...owner });
  const folders: string[] = [];
  const tasks: (() => Promise<void>)[] = [];
  const pending = new Set<Promise<unknown>>();
  let interrupted = false;
  living.add(id);

  const remove = async () => {
    await patiently(Promise.allSettled(tasks.splice(0).map(async (task) => task())), PATIENCE);
    await patiently(Promise.allSettled([...pending]), PATIENCE);
    const over = new AbortController();
    await patiently(removeUntilGone(docker, id, { interrupted, over: over.signal }), PATIENCE);
    over.abort();
    const options = { recursive: true, force: true, maxRetries: 3 } as const;
    await Promise.allSettled(folders.splice(0).map((folder) => rm(folder, options)));
    living.delete(id);
    onDisposed?.();
  };
  let removal: Promise<void> | undefined;

  return {
    id,
    labels,
    labelArgs: Object.entries(labels).flatMap(([key, value]) => ["--label", `${key}=${value}`]),
    name: (part) => `${NAME_PREFIX}-${id}-${part}`,
    async tempFolder() {
      const folder = await makeRunFolder(owner).catch((error: unknown) => {
        throw temporaryFolderFault(error);
      });
      folders.push(folder);
      return folder;
    },
    creating(request) {
      pending.add(request);
      const over = () => void pending.delete(request);
      request.then(over, () => {
        interrupted = true;
        over();
      });
      return request;
    },
    beforeRemoval: (task) => void tasks.push(task),
    dispose: () => (removal ??= remove()),
  };
}

const LOOK_AGAIN_MS = 250;
/** An engine goes on for a while with what a client asked of it that was killed: Compose's next container, for one. */
const QUIET_LOOKS = 6;

/** An engine that restarts is back by then; one that is gone for good holds up the report no longer. */
const BLIND_LOOKS = 10;

/**
 * Removes all of a session, and looks again until nothing is left; where something was broken off, until nothing new has come
 * for a while. A removal that the engine does not carry out, and a look that it does not answer, are tried again.
 */
async function removeUntilGone(
  docker: Dockerode,
  id: string,
  { interrupted, over }: { readonly interrupted: boolean; readonly over: AbortSignal },
): Promise<void> {
  let [quiet, blind] = [0, 0];
  while (quiet < (interrupted ? QUIET_LOOKS : 1) && blind < BLIND_LOOKS && !over.aborted) {
    const objects = await labelledObjects(docker, id).catch(() => undefined);
    if (objects && !over.aborted) await removeObjects(objects, ONE_REMOVAL);
    blind = objects ? 0 : blind + 1;
    quiet = objects?.length === 0 ? quiet + 1 : 0;
    if (interrupted || !objects) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
