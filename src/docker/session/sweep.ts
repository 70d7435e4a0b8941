import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type Dockerode from "dockerode";
import { labelledObjects, removeObjects } from "./labelled-objects";
import { NAME_PREFIX, type Owner, type SessionMark } from "./labels";
import { isLivingSession } from "./session";
import { bornAt, isAlive, thisOwner } from "./this-owner";

const HOUR = 3_600_000;
/** Runs of other machines: there is no telling whether they live, but none takes this long. */
const LONGEST_RUN = HOUR;
/** Runs of this machine whose pid lives, where the system does not say whether another process has got it since. */
const LONGEST_LIFE = 6 * HOUR;
/** Milliseconds. There is no second look, and a run of its own goes on meanwhile. */
const ONE_REMOVAL = 60_000;

export interface SweepTime {
  /** milliseconds since 1970 */
  readonly now: number;
  readonly self?: Owner;
}

/** Removes what runs that were killed have left, in the engine and in the temporary folder. Never throws. */
export async function sweep(docker: Dockerode, { now, self = thisOwner() }: SweepTime): Promise<void> {
  const objects = await labelledObjects(docker).catch(() => []);
  const abandoned = objects.filter(({ mark }) => isAbandoned(mark, now, self));
  await removeObjects(abandoned, ONE_REMOVAL);
  await sweepFolders(self).catch(() => undefined);
}

/** Whether the run that made something is over, as far as can be told from here. */
export function isAbandoned(mark: SessionMark, now: number, self: Owner, alive = isAlive, born = bornAt): boolean {
  const age = now - mark.startedAt;
  if (mark.owner !== self.owner) return age > LONGEST_RUN;
  if (mark.pid === self.pid) return !isLivingSession(mark.session);
  if (!alive(mark.pid)) return true;
  const holder = born(mark.pid);
  // The clock may have been set since; when a process began, it does not change.
  return mark.bornAt !== undefined && holder !== undefined ? holder !== mark.bornAt : age > LONGEST_LIFE;
}

async function sweepFolders(self: Owner): Promise<void> {
  const prefix = `${NAME_PREFIX}-${self.owner}-`;
  const left = (await readdir(tmpdir())).filter((name) => {
    const pid = Number(/^(\d+)-/.exec(name.slice(prefix.length))?.[1]);
    return name.startsWith(prefix) && pid > 0 && !isAlive(pid);
  });
  await Promise.allSettled(left.map((name) => rm(path.join(tmpdir(), name), { recursive: true, force: true })));
}
