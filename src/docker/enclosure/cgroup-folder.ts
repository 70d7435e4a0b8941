import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import path from "node:path";

/** A control group's folder and all below it, outer ones first. */
export function folders(folder: string): readonly string[] {
  return [folder, ...children(folder).flatMap((child) => folders(path.join(folder, child)))];
}

/** Names of the folders in a folder; none where it is not there. */
export function children(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return [];
  }
}

/** What a file of a control group says; empty where it is not there. */
export function read(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}

/** Whether a folder was made just now; the kernel lets one process make it. */
export function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Whether a folder is gone. A control group's files need not be removed, and cannot be. */
export function removed(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

/** Milliseconds since something in a folder came or went; 0 where it is not there. */
export function age(folder: string): number {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}
