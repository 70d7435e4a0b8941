import { lstat, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { COMPOSE_FILE_NAMES } from "../core/submission";
import { errorCode, folderFault } from "./folder-fault";

export interface StartResult {
  /** absolute path of the folder that now has the challenge */
  readonly folder: string;
  /** the starter's files that were written, relative, with `/` */
  readonly written: readonly string[];
  /** the files that were there already and stayed as they are */
  readonly kept: readonly string[];
}

/**
 * Puts the starter's files into a folder, which is made where it is missing. What is there already stays untouched.
 * Throws a FolderFault where the target is a file or may not be written.
 * @param starterFolder where the package keeps the starter
 */
export async function startChallenge(targetFolder: string, starterFolder: string): Promise<StartResult> {
  const folder = resolve(targetFolder);
  await makeFolder(folder);
  const written: string[] = [];
  const kept: string[] = [];
  for (const path of await starterFiles(starterFolder)) {
    const taken = await placeTakenBy(folder, path);
    if (taken === undefined && (await writeNew(join(folder, path), await readFile(join(starterFolder, path))))) {
      written.push(path);
    } else {
      kept.push(taken ?? path);
    }
  }
  return { folder, written, kept };
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

/** Writes a file that must not exist yet; false where it does. Its rights are those of any new file here. */
async function writeNew(file: string, bytes: Uint8Array): Promise<boolean> {
  await makeFolder(dirname(file));
  try {
    await writeFile(file, bytes, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw folderFault(error, `write ${file}`);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw folderFault(error, `make the folder ${folder}`);
  }
}
