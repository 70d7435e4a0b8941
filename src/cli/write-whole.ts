import { randomBytes } from "node:crypto";
import { lstat, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { FolderFault, folderFault } from "../folder/folder-fault";

/** Makes the folder of a file that is to be written. Throws a FolderFault where `writeWhole` would, as far as can be told. */
export async function prepareFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw folderFault(error, `write ${path}`);
  });
  await kindOf(path);
}

/**
 * Writes a text to a file: whole or not at all, so that a reader never sees half of it. A device or pipe is written to.
 * Throws a FolderFault.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  const kind = await kindOf(path);
  try {
    if (kind === "stream") return await writeFile(path, text);
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw folderFault(error, `write ${path}`);
  }
}

/** What a report would be written to. Throws a FolderFault for a folder, and for a link to a file: nobody chose its target. */
async function kindOf(path: string): Promise<"file" | "stream"> {
  const target = await stat(path).catch(() => undefined);
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  if (target?.isDirectory()) throw wrongKind(path, "a folder is there", "Name a file in it.");
  if (target && !target.isFile()) return "stream";
  if (isLink) throw wrongKind(path, "a link is there", "Name the file itself, or - for standard output.");
  return "file";
}

function wrongKind(path: string, reason: string, next: string): FolderFault {
  return new FolderFault("wrong-kind", {
    observed: `The coach cannot write ${path}: ${reason}.`,
    why: "A report is one file of its own.",
    next,
  });
}
