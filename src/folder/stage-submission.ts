import { realpath, rm } from "node:fs/promises";
import path from "node:path";
import type { LeftOut } from "../core/submission";
import { partOfContext } from "./copy-context";
import { copyFolder, type CopyLimits } from "./copy-folder";
import { isWithin } from "./read-text";

/** A challenge folder holds a few kilobytes; one with an environment and some data in it still fits. */
const LIMITS: CopyLimits = { entries: 50_000, bytes: 512 * 2 ** 20, fileBytes: 128 * 2 ** 20 };

/**
 * Copies somebody else's folder for a run, into a folder that there is not yet: regular files and folders, and of the links those
 * that end inside of the copy. Whoever builds, mounts or resolves from it can follow nothing out of it, wait for no pipe and wake
 * no device, and nothing changes under a run's hands. Resolves to what was left out, and why. Throws a FolderFault where the
 * folder cannot be read or is larger than the limits, and the signal's reason.
 */
export async function stageSubmission(
  folder: string,
  copy: string,
  signal: AbortSignal,
  limits = LIMITS,
): Promise<ReadonlyMap<string, LeftOut>> {
  const wants = await partOfContext(folder);
  const { links, leftOut } = await copyFolder(folder, copy, { wants, limits, signal });
  const root = await realpath(copy);
  // All are looked at before one is removed: they may lead over one another.
  const outside = await Promise.all(
    links.map(async (link) => {
      const end = await realpath(path.join(root, link)).catch(() => undefined);
      return end !== undefined && (end === root || isWithin(root, end)) ? [] : [link];
    }),
  );
  for (const link of outside.flat()) {
    await rm(path.join(root, link));
    leftOut.set(link, "leads-outside");
  }
  return leftOut;
}
