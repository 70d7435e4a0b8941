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
  return { owner: createHash("sha256").update(place.join("\n")).digest("hex").slice(0, 12), pid: process.pid };
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
