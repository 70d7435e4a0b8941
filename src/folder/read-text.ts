import { lstat, readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { decodeText } from "../core/parse/decode-text";
import type { SourceFile } from "../core/submission";
import { errorCode, folderFault } from "./folder-fault";

/** A file of the challenge is a few kilobytes; what is larger than this is none. Bytes. */
export const MAX_FILE_BYTES = 1024 * 1024;

/**
 * Reads one file of a folder as text. Undefined where it is too large, no regular file (a pipe or a device is never
 * opened), gone, or a link that leads out of the folder. Throws a FolderFault where the user may not read it.
 * @param root the folder's real path
 */
export async function readText(root: string, path: string): Promise<SourceFile | undefined> {
  try {
    const file = await realpath(join(root, path));
    if (!isWithin(root, file)) return undefined;
    const stats = await lstat(file);
    if (!stats.isFile() || stats.size > MAX_FILE_BYTES) return undefined;
    return decodeText(path, await readFile(file));
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(errorCode(error))) return undefined;
    throw folderFault(error, `read ${path}`);
  }
}

function isWithin(root: string, file: string): boolean {
  return file.startsWith(root.endsWith(sep) ? root : root + sep);
}
