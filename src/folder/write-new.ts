import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode, folderFault } from "./folder-fault";

/**
 * Writes a file that must not exist yet, its folders made; false where it does. Its rights are those of any new file here.
 * Throws a FolderFault where it may not be written.
 */
export async function writeNew(file: string, bytes: Uint8Array): Promise<boolean> {
  await makeFolder(dirname(file));
  try {
    await writeFile(file, bytes, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw folderFault(error, `write ${file}`);
  }
}

/** Makes a folder and those above it, where they are missing. Throws a FolderFault. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw folderFault(error, `make the folder ${folder}`);
  }
}
