import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export interface ResetResult {
  /** where the learner's file is kept; undefined where there was none */
  readonly backup?: string;
  /** whether the starter has such a file; if not, the learner's is gone from the folder and begins anew */
  readonly restored: boolean;
}

/**
 * Puts the starter's file of a step back, after keeping the learner's own in a backup outside of the folder, so that no build takes it
 * up. Where the starter has no such file, the learner's is only moved away. Throws where the backup cannot be written; then
 * nothing has been changed.
 * @param file the step's file, relative to the folder
 * @param backups the folder for backups; @param now milliseconds since 1970
 */
export async function resetStepFile(request: {
  readonly folder: string;
  readonly file: string;
  readonly starter: string;
  readonly backups: string;
  readonly now: number;
}): Promise<ResetResult> {
  const { folder, file, starter, backups, now } = request;
  const own = path.join(folder, file);
  const backup = await backUp(own, path.join(backups, `${new Date(now).toISOString().replace(/[:.]/g, "-")}-${file}`));
  const text = await readFile(path.join(starter, file)).catch(orUndefinedWhereMissing);
  if (text === undefined) await rm(own, { force: true });
  else await writeFile(own, text);
  return { ...(backup !== undefined && { backup }), restored: text !== undefined };
}

async function backUp(from: string, to: string): Promise<string | undefined> {
  await mkdir(path.dirname(to), { recursive: true });
  try {
    await copyFile(from, to);
    return to;
  } catch (error) {
    return orUndefinedWhereMissing(error);
  }
}

function orUndefinedWhereMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
