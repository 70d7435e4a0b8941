import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";

/** What a folder holds, one line an entry: path, permissions, and the bytes of files by their hash. */
export function folderSnapshot(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.map((name) => describeEntry(folder, join(folder, name))).sort();
}

function describeEntry(folder: string, path: string): string {
  const entry = lstatSync(path);
  const start = `${relative(folder, path)} ${entry.mode.toString(8)}`;
  if (entry.isSymbolicLink()) return `${start} → ${readlinkSync(path)}`;
  if (!entry.isFile()) return start;
  return `${start} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
}
