import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { FolderFault, folderFault } from "./folder-fault";

/** The real path of the folder that holds a submission. Throws a FolderFault where it is missing, no folder, or may not be entered. */
export async function openFolder(folder: string): Promise<string> {
  const doing = `read the folder ${resolve(folder)}`;
  const root = await realpath(folder).catch((error: unknown) => {
    throw folderFault(error, doing);
  });
  const stats = await stat(root);
  if (stats.isDirectory()) return root;
  throw new FolderFault("wrong-kind", {
    observed: `The coach cannot ${doing}: it is a file.`,
    why: "A submission is a folder with all of its files.",
    next: "Name the folder that the file is in.",
  });
}
