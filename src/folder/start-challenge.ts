import { lstat, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { COMPOSE_FILE_NAMES } from "../core/submission";
import { addWorkflow, type LaidDown } from "./add-workflow";
import { challengeSource } from "./challenge-source";
import { readOwn } from "./read-own";
import { makeFolder, writeNew } from "./write-new";

export interface StartResult extends LaidDown {
  /** absolute path of the folder that now has the challenge */
  readonly folder: string;
}

/**
 * Puts the starter's files, the workflow for GitHub Actions and its grader into a folder, which is made where it is missing.
 * What is there already stays untouched. Throws a FolderFault where the target is a file or may not be written.
 * @param packageFolder the extension's folder, or the command line's package
 */
export async function startChallenge(targetFolder: string, packageFolder: string): Promise<StartResult> {
  const folder = resolve(targetFolder);
  const starterFolder = challengeSource(packageFolder).starter;
  await makeFolder(folder);
  const written: string[] = [];
  const kept: string[] = [];
  for (const path of await starterFiles(starterFolder)) {
    const taken = await placeTakenBy(folder, path);
    if (taken === undefined && (await writeNew(join(folder, path), await readOwn(join(starterFolder, path))))) {
      written.push(path);
    } else {
      kept.push(taken ?? path);
    }
  }
  const workflow = await addWorkflow(folder, packageFolder);
  return { folder, written: [...written, ...workflow.written], kept: [...kept, ...workflow.kept] };
}

/** The starter's files, relative, with `/` on every system, sorted. */
async function starterFiles(starterFolder: string, under = ""): Promise<string[]> {
  const entries = await readdir(join(starterFolder, under), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = under + entry.name;
    paths.push(...(entry.isDirectory() ? await starterFiles(starterFolder, `${path}/`) : [path]));
  }
  return paths.sort();
}

/** Two Compose files in one folder would hide each other, so one under another of the names keeps the place. */
async function placeTakenBy(folder: string, path: string): Promise<string | undefined> {
  const names: readonly string[] = COMPOSE_FILE_NAMES;
  if (!names.includes(path)) return undefined;
  for (const name of names) {
    if (await exists(join(folder, name))) return name;
  }
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
