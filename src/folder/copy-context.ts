import path from "node:path";
import { isCoachFile } from "../core/coach-files";
import { parseDockerignore } from "../core/parse/parse-dockerignore";
import { IGNORE_FILE_NAMES, type SourceFile } from "../core/submission";
import { copyFolder, type CopyPlan } from "./copy-folder";
import { openFolder } from "./open-folder";
import { readText } from "./read-text";

/** Large as a rule. */
const LARGE = new Set([".git", "venv", ".venv", "env", "node_modules"]);

/**
 * Copies what a build of a folder may read, into a folder that there is not yet. Only large folders that the ignore file
 * leaves out anyway are spared: whatever Docker would read counts in an image's size. Links stay links as they are written, so
 * that they lead into the copy; the coach's own files are no part of any image. Throws a FolderFault where something cannot be
 * read or written, and the signal's reason.
 */
export async function copyContext(folder: string, copy: string, signal?: AbortSignal): Promise<void> {
  const wants = await partOfContext(folder);
  await copyFolder(folder, copy, { wants, ...(signal && { signal }) });
}

/** What a build of a folder may read, as a plan for its copy. Throws a FolderFault where the folder cannot be read. */
export async function partOfContext(folder: string): Promise<CopyPlan["wants"]> {
  const root = await openFolder(folder);
  const source = await ignoreFileIn(root);
  const ignoreFile = source && parseDockerignore(source);
  const isSpared = (name: string) => LARGE.has(path.posix.basename(name)) && ignoreFile?.ignores(name) === true;
  return (name, isFolder) => !isCoachFile(name) && !(isFolder && isSpared(name));
}

async function ignoreFileIn(root: string): Promise<SourceFile | undefined> {
  for (const name of IGNORE_FILE_NAMES) {
    const file = await readText(root, name);
    if (file) return file;
  }
  return undefined;
}
