import { cp, lstat, readFile } from "node:fs/promises";
import path from "node:path";
import { decodeText } from "../core/parse/decode-text";
import type { DockerignoreModel } from "../core/parse/dockerignore-model";
import { parseDockerignore } from "../core/parse/parse-dockerignore";
import { folderFault } from "./folder-fault";

/** Large as a rule. */
const LARGE = new Set([".git", "venv", ".venv", "env", "node_modules", ".dockerize-coach"]);

/**
 * Copies what a build of a folder may read, into a folder that there is not yet. Only large folders that the ignore file
 * leaves out anyway are spared: whatever Docker would read counts in an image's size. Links stay links as they are written, so that
 * they lead into the copy. Throws a FolderFault where something cannot be read.
 */
export async function copyContext(folder: string, copy: string): Promise<void> {
  const ignoreFile = await ignoreFileOf(folder);
  const filter = async (file: string) => {
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (LARGE.has(path.basename(name)) && ignoreFile?.ignores(name)) return false;
    const entry = await lstat(file);
    // a socket or a pipe is no part of any image, and cannot be copied
    return entry.isFile() || entry.isDirectory() || entry.isSymbolicLink();
  };
  try {
    await cp(folder, copy, { recursive: true, verbatimSymlinks: true, filter });
  } catch (error) {
    throw folderFault(error, `copy the folder ${folder}`);
  }
}

/** The ignore file that a build of `Dockerfile` reads: its own goes before the folder's. */
export const OWN_IGNORE_FILE = "Dockerfile.dockerignore";

async function ignoreFileOf(folder: string): Promise<DockerignoreModel | undefined> {
  for (const name of [OWN_IGNORE_FILE, ".dockerignore"]) {
    const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
    if (bytes) return parseDockerignore(decodeText(name, bytes));
  }
  return undefined;
}
