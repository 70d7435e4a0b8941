import { type FileHandle, lstat, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { decodeText } from "../core/parse/decode-text";
import type { LeftOut, SourceFile } from "../core/submission";
import { errorCode, folderFault } from "./folder-fault";
import { openRegular } from "./open-regular";

/** A file of the challenge is a few kilobytes; what is larger than this is none. Bytes. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** A file's text, or why what has its name is not read. */
export type TextRead = { readonly file: SourceFile } | { readonly leftOut: LeftOut };

/** The text alone; undefined where it is not read, for whatever reason. */
export async function readText(root: string, path: string): Promise<SourceFile | undefined> {
  const read = await readTextOrWhy(root, path);
  return read && "file" in read ? read.file : undefined;
}

/**
 * Reads one file of a folder as text; undefined where nothing has its name. Nothing is followed out of the folder, and no pipe or
 * device is opened. Throws a FolderFault where the user may not read it.
 * @param root the folder's real path
 */
export async function readTextOrWhy(root: string, path: string): Promise<TextRead | undefined> {
  try {
    const real = await realpath(join(root, path));
    if (!isWithin(root, real)) return { leftOut: "leads-outside" };
    return (await openRegular(real, (handle) => textOf(handle, path))) ?? { leftOut: "not-a-file" };
  } catch (error) {
    if (!["ENOENT", "ENOTDIR", "ELOOP"].includes(errorCode(error))) throw folderFault(error, `read ${path}`);
    return (await isLink(join(root, path))) ? { leftOut: "leads-outside" } : undefined;
  }
}

/** Whether a real path lies in a folder, by the folder's real path. */
export function isWithin(root: string, file: string): boolean {
  return file.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function textOf(handle: FileHandle, path: string): Promise<TextRead> {
  const chunks: Uint8Array[] = [];
  // One byte more than is taken: a file may grow while it is read, and some of the system have no size of their own.
  for await (const chunk of handle.createReadStream({ end: MAX_FILE_BYTES, autoClose: false })) {
    chunks.push(chunk as Uint8Array);
  }
  const bytes = Buffer.concat(chunks);
  return bytes.length > MAX_FILE_BYTES ? { leftOut: "too-large" } : { file: decodeText(path, bytes) };
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}
