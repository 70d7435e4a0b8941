import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { COACH_GRADER } from "../core/coach-files";
import { challengeSource } from "./challenge-source";
import { folderFault } from "./folder-fault";
import { graderSeal, isOlder } from "./grader-file";
import { readOwn } from "./read-own";
import { writeNew } from "./write-new";

/**
 * What became of a folder's grader. `written`: there was none. `updated`: it was an older one of ours. `current`: it is this
 * very one. `newer` and `changed` stay as they are: a later version wrote the one, somebody's hand the other.
 */
export type GraderUpdate = "written" | "updated" | "current" | "newer" | "changed";

/** Brings the grader in a challenge folder up to this package's. Throws a FolderFault where it may not be read or written. */
export async function updateGrader(targetFolder: string, packageFolder: string): Promise<GraderUpdate> {
  const file = join(resolve(targetFolder), COACH_GRADER);
  const own = await readOwn(challengeSource(packageFolder).grader);
  if (await writeNew(file, own)) return "written";
  const ours = Buffer.from(own).toString();
  const theirs = await readFile(file, "utf8").catch((error: unknown) => {
    throw folderFault(error, `read ${file}`);
  });
  if (theirs.replaceAll("\r\n", "\n") === ours) return "current";
  const seal = graderSeal(theirs);
  if (!seal?.intact) return "changed";
  if (isOlder(graderSeal(ours)?.version ?? "0.0.0", seal.version)) return "newer";
  await replace(file, own);
  return "updated";
}

/** Whole or not at all: a workflow may read it at any time. */
async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.new`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw folderFault(error, `write ${file}`);
  }
}
