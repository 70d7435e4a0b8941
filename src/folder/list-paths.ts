import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { folderFault } from "./folder-fault";

/** What was found in a folder: relative paths with `/`, folders ending with `/`. */
export interface Listing {
  readonly paths: ReadonlySet<string>;
  /** the files and symbolic links among them, shallow ones first; pipes, sockets and devices too */
  readonly files: readonly string[];
}

const MAX_PATHS = 20_000;

/** Listed, but not entered: they are large, and nothing in them is the learner's own work. */
const NOT_ENTERED = new Set([
  ...[".git", ".hg", ".svn"],
  ...["node_modules", "__pycache__", "venv", ".venv", "env", ".env", "ENV", "site-packages"],
  ...[".tox", ".nox", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".dockerize-coach"],
]);

/**
 * Lists a folder, level by level, so that what lies near its root is found first however much lies below; at most
 * 20,000 paths. Symbolic links are listed and never entered. A folder that may not be read is listed only; the
 * root must be readable, or a FolderFault says why it is not.
 */
export async function listPaths(root: string): Promise<Listing> {
  const paths = new Set<string>();
  const files: string[] = [];
  const pending = [""];
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    for (const entry of await entriesOf(root, folder)) {
      if (paths.size >= MAX_PATHS) return { paths, files };
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        paths.add(`${path}/`);
        if (!NOT_ENTERED.has(entry.name)) pending.push(`${path}/`);
      } else {
        paths.add(path);
        files.push(path);
      }
    }
  }
  return { paths, files };
}

async function entriesOf(root: string, folder: string) {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (folder === "") throw folderFault(error, `read the folder ${root}`);
    return [];
  }
}
