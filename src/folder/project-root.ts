import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { COMPOSE_FILE_NAMES } from "../core/submission";

const MARKS = ["challenge.json", ".git", ...COMPOSE_FILE_NAMES];
/** Higher up, a folder has nothing to do with the file any more. */
const MOST_LEVELS = 5;

/**
 * The folder that a file belongs to: the nearest one, its own first, that has a Compose file, a challenge.json or a .git;
 * its own where none near it has. Never throws.
 * @param file absolute
 */
export async function projectRoot(file: string): Promise<string> {
  let folder = dirname(file);
  for (let level = 0; level < MOST_LEVELS && folder !== dirname(folder); level += 1) {
    for (const mark of MARKS) if (await exists(join(folder, mark))) return folder;
    folder = dirname(folder);
  }
  return dirname(file);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
