import { readdirSync, readFileSync } from "node:fs";

const LOOK_EVERY_MS = 250;

/** Watches what a program and the processes of its kind below it take. */
export interface MemoryWatch {
  /** the highest sum so far, in bytes */
  peak(): number;
  stop(): void;
}

/**
 * The grader's own memory: the proportional set size (shared pages are split among those who share them) of the process `pid`
 * and of all node processes below it. Linux only. https://man7.org/linux/man-pages/man5/proc_pid_smaps.5.html
 */
export function watchMemory(pid: number): MemoryWatch {
  let peak = 0;
  const look = () => {
    const sum = nodesBelow(pid).reduce((bytes, each) => bytes + proportionalSize(each), 0);
    peak = Math.max(peak, sum);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return { peak: () => peak, stop: () => clearInterval(timer) };
}

function nodesBelow(pid: number): readonly number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (id: number): readonly number[] => [id, ...(parents.get(id) ?? []).flatMap(below)];
  return below(pid).filter((id) => /^(node|MainThread)/.test(read(`/proc/${id}/comm`)));
}

function proportionalSize(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return 1024 * Number(kilobytes ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it has ended meanwhile
  }
}
