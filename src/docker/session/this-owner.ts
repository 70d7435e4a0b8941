import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import type { Owner } from "./labels";

/**
 * This process as an owner. Two machines may use one engine, and a dev container has a process namespace of its own:
 * a pid of another place says nothing here, so the place is part of the owner. Only a hash of it leaves the machine.
 */
export function thisOwner(): Owner {
  const place = [
    hostname(),
    orNothing(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
    orNothing(() => readlinkSync("/proc/self/ns/pid")),
  ];
  const owner = createHash("sha256").update(place.join("\n")).digest("hex").slice(0, 12);
  const born = bornAt(process.pid);
  return { owner, pid: process.pid, ...(born !== undefined && { bornAt: born }) };
}

/**
 * When a process of this machine began, in ticks since the boot, which no setting of the clock changes; undefined where the system
 * does not say. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function bornAt(pid: number): number | undefined {
  const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // Field 22; the name, field 2, stands in parentheses and may hold blanks.
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return ticks === undefined ? undefined : Number(ticks);
}

/** Whether a process of this machine lives; a process of somebody else's counts as living. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function orNothing(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return "";
  }
}
