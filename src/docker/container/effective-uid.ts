import { askTwice } from "../ask/ask-twice";
import { CONTAINER, readAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";
import { execIn } from "./exec-in";
import { listProcesses } from "./list-processes";

type Needs = Pick<EngineContext, "docker" | "traits">;

/**
 * The effective uid of a container's process 1; undefined where it cannot be seen.
 *
 * The engine's own process list comes first: it needs no program in the image and believes nothing that the image says.
 * Where the engine maps uids (rootless, userns-remap, Podman) that list shows the host's numbers, so process 1 is looked up
 * from inside, with whatever of the image can read a file.
 */
export async function effectiveUid(
  { docker, traits }: Needs,
  id: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (!traits.mapsUids) {
    const listed = await uidFromTop({ docker }, id, signal).catch(unless(signal));
    if (listed !== undefined) return listed;
  }
  const read = "print(open('/proc/1/status').read())";
  for (const command of [
    ["cat", "/proc/1/status"],
    ["python", "-c", read],
    ["python3", "-c", read],
    ["busybox", "cat", "/proc/1/status"],
  ]) {
    const result = await execIn(docker, id, { command, signal, limitMs: 10_000 }).catch(unless(signal));
    const uid = result?.exitCode === 0 ? uidFromStatus(result.output) : undefined;
    if (uid !== undefined) return uid;
  }
  return undefined;
}

/** The second number of the `Uid:` line. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export function uidFromStatus(status: string): number | undefined {
  const [, uid] = /^Uid:\s+\d+\s+(\d+)/m.exec(status) ?? [];
  return uid === undefined ? undefined : Number(uid);
}

/** The row of the process that the engine started, which is process 1 inside. */
export function uidFromRows(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  pid: number,
): number | undefined {
  const [pidColumn, uidColumn] = [titles.indexOf("PID"), titles.indexOf("EUID")];
  const uid = rows.find((row) => row[pidColumn] === String(pid))?.[uidColumn];
  return uid !== undefined && /^\d+$/.test(uid) ? Number(uid) : undefined;
}

async function uidFromTop(
  { docker }: Pick<Needs, "docker">,
  id: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  return askTwice("list the container's processes", signal, async () => {
    const { State } = readAnswer(CONTAINER, await docker.getContainer(id).inspect());
    if (!State.Running) return undefined;
    const { titles, rows } = await listProcesses(docker, id);
    return uidFromRows(titles, rows, State.Pid);
  });
}

/** A way that is closed is no fault: the next one is tried. */
function unless(signal: AbortSignal): (error: unknown) => undefined {
  return () => {
    if (signal.aborted) throw signal.reason;
    return undefined;
  };
}
