import { writeFile } from "node:fs/promises";
import path from "node:path";
import { temporaryFolderFault } from "../ask/faults";

/**
 * Writes a file into a folder of the run, readable for this user alone: it may hold passwords of the submission. Resolves to its
 * path. Throws EngineFault where there is no room for it.
 */
export async function writeRunFile(folder: string, name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text, { mode: 0o600 }).catch((error: unknown) => {
    throw temporaryFolderFault(error);
  });
  return file;
}
