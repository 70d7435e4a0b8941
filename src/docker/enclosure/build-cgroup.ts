import { writeFileSync } from "node:fs";
import path from "node:path";
import { age, children, folders, made, read, removed } from "./cgroup-folder";
import type { ContainmentLimits } from "./containment";
import { isAlive, thisOwner } from "../session/this-owner";

/** A control group with limits, in which the steps of one build at a time run. */
export interface BuildCgroup {
  /** for `--cgroup-parent` */
  readonly parent: string;
  /** process ids of the steps that run now */
  processes(): readonly number[];
  /** whether the steps have come up to a limit since the group was taken */
  reached(): { readonly memory: boolean; readonly processes: boolean };
  /** Ends what still runs in it, and gives it back. Never throws. */
  release(): Promise<void>;
}

/**
 * BuildKit takes the name of the group for a part of a step: a build with another name finds none of its steps in the cache. So
 * names are few, and used again.
 */
const MOST = 32;
const NAME = "dockerize-coach-build-";
const ROOT = "/sys/fs/cgroup";
/** Milliseconds. Between the making of a group and the mark of its owner is less. */
const UNMARKED_LIMIT = 60_000;
const RELEASE_LIMIT = 5_000;

/**
 * Takes the first group that is free. Making its folder is what takes it, which the kernel lets one process do; a folder in it
 * names that process, so that the group of one that was killed is taken over, and what ran in it ended. Undefined where none
 * can be had.
 */
export async function takeBuildCgroup(
  version: 1 | 2,
  limits: Pick<ContainmentLimits, "buildBytes" | "buildProcesses">,
): Promise<BuildCgroup | undefined> {
  for (let number = 0; number < MOST; number++) {
    const group = cgroup(version, `${NAME}${number}`);
    if (!group.take() && !((await group.reclaim()) && group.take())) continue;
    try {
      group.limit(limits);
      return group;
    } catch {
      await group.release();
      return undefined;
    }
  }
  return undefined;
}

function cgroup(version: 1 | 2, name: string) {
  const own = thisOwner();
  /** the folder of a controller; with version 2 it is the same for all */
  const of = (controller: string) => (version === 2 ? path.join(ROOT, name) : path.join(ROOT, controller, name));
  const main = of("memory");
  const mark = path.join(main, `owner-${own.owner}-${own.pid}`);
  const all = () => (version === 2 ? [main] : controllers().map(of));
  const processes = () =>
    folders(main).flatMap((folder) => read(path.join(folder, "cgroup.procs")).split("\n").flatMap(pid));
  const remove = () => all().flatMap(folders).reverse().map(removed).every(Boolean);
  /** Whether it is gone. */
  const release = async () => {
    const end = performance.now() + RELEASE_LIMIT;
    do {
      processes().forEach(kill);
      if (remove()) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (performance.now() < end);
    return false;
  };
  return {
    // A relative name would be below the group that the engine itself is in.
    parent: `/${name}`,
    processes,
    take() {
      if (!made(main)) return false;
      made(mark);
      return true;
    },
    /** Whether it was somebody's who is gone; then it is free. */
    async reclaim() {
      const marks = children(main).filter((child) => child.startsWith("owner-"));
      const [owner, ownerPid] = marks[0]?.split("-").slice(1) ?? [];
      const isLeft =
        owner === undefined ? age(main) > UNMARKED_LIMIT : owner === own.owner && !isAlive(Number(ownerPid));
      // Of several that want it, the one that takes the mark away has it.
      if (!isLeft || (marks[0] !== undefined && !removed(path.join(main, marks[0])))) return false;
      return release();
    },
    limit({ buildBytes, buildProcesses }: Pick<ContainmentLimits, "buildBytes" | "buildProcesses">) {
      made(of("pids"));
      writeFileSync(path.join(of("pids"), "pids.max"), String(buildProcesses));
      const [memory, swap] = MEMORY_FILES[version];
      writeFileSync(path.join(main, memory.limit), String(buildBytes));
      if (read(path.join(main, swap.file)) !== "") writeFileSync(path.join(main, swap.file), swap.value(buildBytes));
    },
    reached() {
      const [{ limit, peak }] = MEMORY_FILES[version];
      const number = (folder: string, file: string) => Number(read(path.join(folder, file))) || 0;
      const pids = of("pids");
      return {
        memory: number(main, peak) >= number(main, limit) * 0.99,
        processes: number(pids, "pids.peak") >= number(pids, "pids.max"),
      };
    },
    release: async () => void (await release()),
  };
}

/** https://docs.kernel.org/admin-guide/cgroup-v1/memory.html and https://docs.kernel.org/admin-guide/cgroup-v2.html */
const MEMORY_FILES = {
  1: [
    { limit: "memory.limit_in_bytes", peak: "memory.max_usage_in_bytes" },
    { file: "memory.memsw.limit_in_bytes", value: (bytes: number) => String(bytes) },
  ],
  2: [
    { limit: "memory.max", peak: "memory.peak" },
    { file: "memory.swap.max", value: () => "0" },
  ],
} as const;

function controllers(): readonly string[] {
  return children(ROOT);
}

function pid(line: string): readonly number[] {
  return /^[1-9]\d*$/.test(line) ? [Number(line)] : [];
}

function kill(processId: number): void {
  try {
    process.kill(processId, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
