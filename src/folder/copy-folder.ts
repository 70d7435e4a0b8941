import { createWriteStream } from "node:fs";
import { chmod, lstat, mkdir, opendir, readlink, symlink } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { LeftOut } from "../core/submission";
import { errorCode, FolderFault, folderFault } from "./folder-fault";
import { openRegular } from "./open-regular";

/** How much is copied at most. A larger file is left out; a larger folder is not copied at all. */
export interface CopyLimits {
  readonly entries: number;
  /** bytes of all files together, and of one */
  readonly bytes: number;
  readonly fileBytes: number;
}

export interface CopyPlan {
  /** whether an entry is copied, by its path relative to the folder, with `/`; a folder that is not is not entered */
  readonly wants: (path: string, isFolder: boolean) => boolean;
  /** none unless given */
  readonly limits?: CopyLimits;
  readonly signal?: AbortSignal;
}

export interface FolderCopy {
  /** the symbolic links, which are as they were written */
  readonly links: readonly string[];
  /** pipes, sockets, devices, and files beyond the limit */
  readonly leftOut: Map<string, LeftOut>;
}

/**
 * Copies a folder into one that there is not yet: files, folders, and links as they are written, with their permissions. Throws
 * a FolderFault where something cannot be read or written, or the folder is larger than the plan's limits.
 */
export async function copyFolder(from: string, to: string, plan: CopyPlan): Promise<FolderCopy> {
  const run: Run = { from, to, plan, links: [], leftOut: new Map(), entries: 0, bytes: 0 };
  try {
    await mkdir(to, { mode: 0o700 });
    const pending = [""];
    for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
      for await (const entry of await opendir(path.join(from, folder))) {
        plan.signal?.throwIfAborted();
        const name = folder + entry.name;
        if (await copyEntry(run, name)) pending.push(`${name}/`);
      }
    }
  } catch (error) {
    plan.signal?.throwIfAborted();
    throw error instanceof FolderFault ? error : folderFault(error, `copy the folder ${path.resolve(from)}`);
  }
  return run;
}

interface Run {
  readonly from: string;
  readonly to: string;
  readonly plan: CopyPlan;
  readonly links: string[];
  readonly leftOut: Map<string, LeftOut>;
  entries: number;
  bytes: number;
}

/** True for a folder, whose entries are to come. What is gone by now was never there. */
async function copyEntry(run: Run, name: string): Promise<boolean> {
  const source = path.join(run.from, name);
  const stats = await lstat(source).catch(orUndefinedWhereMissing);
  if (!stats || !run.plan.wants(name, stats.isDirectory())) return false;
  run.entries += 1;
  if (run.entries > (run.plan.limits?.entries ?? Infinity)) throw tooLarge(run);
  if (stats.isDirectory()) {
    await mkdir(path.join(run.to, name));
    // whatever the learner's folder says, this copy has to be filled and removed
    await chmod(path.join(run.to, name), (stats.mode & 0o777) | 0o700);
    return true;
  }
  if (stats.isSymbolicLink()) {
    await symlink(await readlink(source), path.join(run.to, name));
    run.links.push(name);
  } else {
    await copyFile(run, name);
  }
  return false;
}

async function copyFile(run: Run, name: string): Promise<void> {
  const { limits } = run.plan;
  const target = path.join(run.to, name);
  const outcome = await openRegular(path.join(run.from, name), async (handle, { size, mode }) => {
    if (limits && size > limits.fileBytes) return "too-large";
    run.bytes += size;
    if (limits && run.bytes > limits.bytes) throw tooLarge(run);
    // no more than it had when it was opened, should it grow meanwhile
    const content = size > 0 ? handle.createReadStream({ end: size - 1, autoClose: false }) : [];
    await pipeline(content, createWriteStream(target, { flags: "wx" }));
    // without the bits that would let a program run as whoever grades
    await chmod(target, mode & 0o777);
    return "copied";
  });
  if (outcome === undefined) run.leftOut.set(name, "not-a-file");
  else if (outcome === "too-large") run.leftOut.set(name, outcome);
}

function orUndefinedWhereMissing(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
}

function tooLarge({ from, plan }: Run): FolderFault {
  const { entries = 0, bytes = 0 } = plan.limits ?? {};
  const most = `${entries.toLocaleString("en")} files and ${Math.round(bytes / 2 ** 20)} MB`;
  return new FolderFault("too-large", {
    observed: `The folder ${path.resolve(from)} holds more than ${most}.`,
    why: "Work of somebody else's is graded on a copy, and no more than that is copied.",
    next: "Take out what is not part of the challenge, for instance virtual environments and data, then try again.",
  });
}
