import { type ChildProcess, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { killTree } from "../../docker/command/kill-tree";

/**
 * Kills a process and all that it has started, as they stand now: docker's command line leads a process group of its own, so
 * that the group of the process is not enough. Waits for nothing, so that it does at the end of this process too. Never throws.
 */
export function endProcess(child: ChildProcess): void {
  if (child.pid !== undefined && process.platform !== "win32") descendantsOf(child.pid).forEach(killNow);
  killTree(child);
  child.kill("SIGKILL");
}

function descendantsOf(pid: number): readonly number[] {
  const children = process.platform === "linux" ? childrenByKernel : childrenByPs();
  const found: number[] = [];
  const pending = [pid];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const own = children(next);
    found.push(...own);
    pending.push(...own);
  }
  return found;
}

/** https://man7.org/linux/man-pages/man5/proc_tid_children.5.html; a container of node may have no `ps` */
function childrenByKernel(pid: number): readonly number[] {
  try {
    return numbers(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8"));
  } catch {
    return [];
  }
}

function childrenByPs(): (pid: number) => readonly number[] {
  const rows = listedByPs().split("\n").map(numbers);
  return (parent) => rows.flatMap(([pid, of]) => (pid !== undefined && of === parent ? [pid] : []));
}

function listedByPs(): string {
  try {
    return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function numbers(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
