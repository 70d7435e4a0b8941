import type Dockerode from "dockerode";
import type { EngineContext } from "../engine-context";
import { within } from "../ask/ask-engine";

/** Keeps what a long series of builds adds to the engine's build cache under a limit. */
export interface BuildCacheLimit {
  /**
   * Removes of the records that are new since the series began those that were used longest ago, until the new ones take no
   * more than the limit. What was there before stays, and what a build uses now. Resolves to the bytes that were freed. Never throws.
   */
  apply(): Promise<number>;
}

/** One record of `GET /system/df`. https://docs.docker.com/reference/api/engine/version/v1.43/#tag/System/operation/SystemDataUsage */
interface CacheRecord {
  readonly ID: string;
  /** bytes */
  readonly Size: number;
  readonly InUse: boolean;
  /** RFC 3339, or null where it was not used since it was made */
  readonly LastUsedAt?: string | null;
  readonly CreatedAt?: string;
}

const LONGEST_QUESTION = 60_000;

/** A record goes only after those that were built on it, so one pass over them may not be enough. */
const PASSES = 4;

/** Begins a series of builds: notes what is in the cache now. Does nothing where the engine tells nothing of its cache. */
export async function limitBuildCache(
  { docker, signal }: Pick<EngineContext, "docker" | "signal">,
  limitBytes: number,
): Promise<BuildCacheLimit> {
  const patiently = <T>(request: Promise<T>) => within(request, signal, LONGEST_QUESTION, () => new Error("too late"));
  const before = new Set((await patiently(records(docker)).catch(() => [])).map(({ ID }) => ID));
  const pass = async () => {
    const added = (await patiently(records(docker))).filter(({ ID }) => !before.has(ID));
    let freed = 0;
    for (const { ID } of tooMuch(added, limitBytes)) freed += await patiently(prune(docker, ID));
    return freed;
  };
  return {
    async apply() {
      let total = 0;
      for (let count = 0; count < PASSES; count++) {
        const freed = await pass().catch(() => 0);
        if (freed === 0) break;
        total += freed;
      }
      return total;
    },
  };
}

async function records(docker: Dockerode): Promise<readonly CacheRecord[]> {
  const usage = await ask<{ readonly BuildCache?: readonly CacheRecord[] | null }>(docker, "GET", "/system/df?", {
    type: "build-cache",
  });
  return usage.BuildCache ?? [];
}

/** Removes one record: the engine takes one id at a time. Resolves to the bytes that it freed; 0 where others need it. */
async function prune(docker: Dockerode, id: string): Promise<number> {
  const options = { all: true, filters: JSON.stringify({ id: { [id]: true } }) };
  const answer = await ask<{ readonly SpaceReclaimed?: number }>(docker, "POST", "/build/prune?", options);
  return answer.SpaceReclaimed ?? 0;
}

/** dockerode's own methods for these two requests leave their options out. */
function ask<T>(docker: Dockerode, method: string, path: string, options: object): Promise<T> {
  const modem = docker.modem as {
    dial(call: object, done: (error: Error | null, data: unknown) => void): void;
  };
  return new Promise((resolve, reject) => {
    modem.dial({ path, method, options, statusCodes: { 200: true } }, (error, data) =>
      error ? reject(error) : resolve(data as T),
    );
  });
}

/** What to remove so that the rest is within the limit: the longest unused first. */
export function tooMuch(added: readonly CacheRecord[], limitBytes: number): readonly CacheRecord[] {
  let bytes = added.reduce((sum, { Size }) => sum + Size, 0);
  const usedAt = ({ LastUsedAt, CreatedAt }: CacheRecord) => Date.parse(LastUsedAt ?? CreatedAt ?? "") || 0;
  const idle = added.filter(({ InUse }) => !InUse).sort((a, b) => usedAt(a) - usedAt(b));
  const gone: CacheRecord[] = [];
  for (const record of idle) {
    if (bytes <= limitBytes) break;
    bytes -= record.Size;
    gone.push(record);
  }
  return gone;
}
