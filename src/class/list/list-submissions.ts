import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { decodeText } from "../../core/parse/decode-text";
import { folderFault } from "../../folder/folder-fault";
import { byName } from "./choose-shard";
import type { ClassEntry } from "../class-report";
import { ListFault } from "./list-fault";
import { readList } from "./read-list";

export interface ClassList {
  readonly entries: readonly ClassEntry[];
  /** what lies in the class's folder and is not graded: hidden folders, links, files */
  readonly leftOut: readonly string[];
  /** a hash of all names and folders: the same for every shard of one class */
  readonly id: string;
}

/**
 * The submissions of a class: the folders in a folder, or what a list names, relative to the list's place. Throws a FolderFault
 * where it cannot be read, and a ListFault where the list is not as it should be or nothing is in the folder.
 * @param output the folder that the results go to; it is no submission
 */
export async function listSubmissions(source: string, output: string): Promise<ClassList> {
  const doing = `read ${resolve(source)}`;
  const isFolder = await stat(source).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => {
      throw folderFault(error, doing);
    },
  );
  const { entries, leftOut } = isFolder ? await foldersIn(source, output) : await foldersOf(source);
  const sorted = [...entries].sort(byName);
  const names = sorted.map(({ name, shownFolder }) => [name, shownFolder]);
  return { entries: sorted, leftOut, id: createHash("sha256").update(JSON.stringify(names)).digest("hex") };
}

type Found = Omit<ClassList, "id">;

async function foldersIn(source: string, output: string): Promise<Found> {
  const root = await realpath(source);
  const results = await realpath(output).catch(() => resolve(output));
  const found = await readdir(root, { withFileTypes: true }).catch((error: unknown) => {
    throw folderFault(error, `read the folder ${root}`);
  });
  // A link may lead anywhere, and whoever handed it in chose where.
  const isSubmission = (entry: (typeof found)[number]) =>
    entry.isDirectory() && !entry.name.startsWith(".") && join(root, entry.name) !== results;
  const entries = found
    .filter(isSubmission)
    .map(({ name }): ClassEntry => ({ name, folder: join(root, name), shownFolder: name }));
  if (entries.length === 0)
    throw new ListFault(`There is no folder in ${root}. Put each submission into a folder of its own there.`);
  const leftOut = found.filter((entry) => !isSubmission(entry)).map(({ name }) => name);
  return { entries, leftOut: leftOut.filter((name) => join(root, name) !== results).sort() };
}

async function foldersOf(list: string): Promise<Found> {
  const bytes = await readFile(list).catch((error: unknown) => {
    throw folderFault(error, `read the list ${resolve(list)}`);
  });
  const { text, encoding } = decodeText(list, bytes);
  if (encoding === "binary") throw new ListFault(`${list} is no text. Save the list as CSV: name,folder`);
  const base = dirname(resolve(list));
  const entries = readList(text).map(({ name, folder }): ClassEntry => {
    return { name, folder: resolve(base, folder), shownFolder: folder };
  });
  return { entries, leftOut: [] };
}
