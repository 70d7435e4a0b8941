import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { COURSE } from "../core/course";
import { parseProgress } from "../core/progress/parse-progress";
import { newProgress, type Progress } from "../core/progress/progress";

/** Where a folder's progress is when the learner keeps it in the folder: the starter's and the model ignore list name it. */
export const PROGRESS_IN_FOLDER = ".dockerize-coach/progress.json";

export interface ProgressPlace {
  /** the challenge folder */
  readonly folder: string;
  /** the editor's own storage: outside of every build context, so that writing it never spoils a cache */
  readonly storage: string;
}

export interface ReadProgress {
  readonly progress: Progress;
  readonly file: string;
  /** a file that could not be used: why, and where it is now */
  readonly setAside?: { readonly problem: string; readonly file: string };
}

/** The file in the editor's storage: named for the folder so that a person finds it, and by a hash so that no two share one. */
export function storedProgressFile({ folder, storage }: ProgressPlace): string {
  const name = path.basename(folder).replace(/[^\w.-]+/g, "-") || "folder";
  return path.join(storage, "progress", `${name}-${hashOf(folder)}.json`);
}

/** The file in the folder itself. */
export function folderProgressFile({ folder }: ProgressPlace): string {
  return path.join(folder, ...PROGRESS_IN_FOLDER.split("/"));
}

/**
 * Reads a folder's progress: the file in the folder where there is one, else the one in the editor's storage, else a new one. A file
 * that is damaged or foreign is renamed beside itself and stays as it is. Throws where files cannot be read at all.
 * @param now milliseconds since 1970
 */
export async function readProgress(place: ProgressPlace, now: number): Promise<ReadProgress> {
  const inFolder = folderProgressFile(place);
  const kept = await textOf(inFolder);
  const file = kept === undefined ? storedProgressFile(place) : inFolder;
  const text = kept ?? (await textOf(file));
  const fresh = newProgress(COURSE.id, kept === undefined ? place.folder : undefined, new Date(now).toISOString());
  if (text === undefined) return { progress: fresh, file };
  const parsed = parseProgress(text, { course: COURSE.id, folder: place.folder });
  if (parsed.ok) return { progress: parsed.progress, file };
  const aside = file.replace(/\.json$/, `.set-aside-${new Date(now).toISOString().replace(/[:.]/g, "-")}.json`);
  await rename(file, aside);
  return { progress: fresh, file, setAside: { problem: parsed.problem, file: aside } };
}

/** Writes progress in one go: who reads meanwhile sees the old text or the new one, whole. */
export async function writeProgress(file: string, progress: Progress): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, `${JSON.stringify(progress, null, 2)}\n`);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Removes the file in the folder, and the folder that held it if nothing else is in there. */
export async function removeFolderProgress(place: ProgressPlace): Promise<void> {
  await rm(folderProgressFile(place), { force: true });
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

function hashOf(folder: string): string {
  return createHash("sha256").update(folder).digest("hex").slice(0, 12);
}
