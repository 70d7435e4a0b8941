import { readFile } from "node:fs/promises";
import { askEngine } from "../ask/ask-engine";
import type { EngineContext } from "../engine-context";
import { listProcesses } from "./list-processes";
import { type ContainerUsage, lookAtUsage } from "./look-at-usage";

/** An app starts in a second or so. One that waited no longer than this for a processor had its time, in milliseconds, */
const LONG_WAIT = 2_000;
/** and so had one that was given this much of it: what it waits for is its own doing. */
const ENOUGH = 5_000;

/**
 * Whether others kept a container's processes from running: they waited long for a processor, or wait for a disk now. Undefined
 * where that cannot be seen, which takes an engine on this machine's own kernel. Throws the signal's reason.
 * @param id the container's, in full
 */
export async function keptWaiting(
  { docker, signal }: Pick<EngineContext, "docker" | "signal">,
  id: string,
): Promise<boolean | undefined> {
  const [processes, { processorMs = 0 }] = await Promise.all([
    processesOf(docker, id, signal).catch(() => []),
    lookAtUsage(docker, id, signal).catch((): ContainerUsage => ({})),
  ]);
  signal.throwIfAborted();
  const waits = await Promise.all(processes.map((process) => waitOf(process, id).catch(() => undefined)));
  const seen = waits.filter((wait) => wait !== undefined);
  if (seen.length === 0) return undefined;
  return processorMs < ENOUGH && seen.reduce((sum, wait) => sum + wait, 0) > LONG_WAIT;
}

/** The engine's numbers of a container's processes. */
async function processesOf(
  docker: EngineContext["docker"],
  id: string,
  signal: AbortSignal,
): Promise<readonly number[]> {
  // One look will do: a number that was damaged on the way is no process of this container.
  const { titles, rows } = await askEngine("list the container's processes", signal, () => listProcesses(docker, id));
  const column = titles.indexOf("PID");
  return rows.map((row) => Number(row[column])).filter((process) => process > 0);
}

/**
 * Milliseconds for which a process could have run and did not; without end for one that waits for a disk; undefined where this
 * machine's process of that number is another. Rejects where there is none.
 * https://docs.kernel.org/scheduler/sched-stats.html, https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
async function waitOf(process: number, container: string): Promise<number | undefined> {
  if (!(await readFile(`/proc/${process}/cgroup`, "utf8")).includes(container)) return undefined;
  const stat = await readFile(`/proc/${process}/stat`, "utf8");
  if (/\) D /.test(stat)) return Infinity;
  const [, nanoseconds] = (await readFile(`/proc/${process}/schedstat`, "utf8")).split(" ");
  return Number(nanoseconds) / 1e6;
}
