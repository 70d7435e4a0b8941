import { decodeText } from "../core/parse/decode-text";
import type { LeftOut, SourceFile, Submission } from "../core/submission";
import { fileKind } from "../core/file-kind";
import { listPaths } from "./list-paths";
import { openFolder } from "./open-folder";
import { readTextOrWhy } from "./read-text";

const OTHER_FILES: readonly string[] = ["requirements.txt", "src/app.py", "challenge.json", ".env"];

/** Texts beyond this many bytes together are no challenge: a folder full of Dockerfiles must not fill the memory. */
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;

/**
 * Reads a learner's folder: its paths, and the text of the files that matter. Nothing is followed out of it.
 * Throws a FolderFault where it is missing, no folder, or may not be read.
 * @param unsaved an editor's texts by relative path (with `/`), laid over what is on disk
 */
export async function readSubmission(folder: string, unsaved?: ReadonlyMap<string, string>): Promise<Submission> {
  const root = await openFolder(folder);
  const listing = await listPaths(root);
  const { files, leftOut } = await readFiles(root, listing.files);
  const paths = new Set(listing.paths);
  for (const [path, text] of unsaved ?? []) {
    if (matters(path)) files.set(path, overlay(path, text, files.get(path)));
    leftOut.delete(path);
    for (const parent of parentsOf(path)) paths.add(parent);
    paths.add(path);
  }
  return { files, paths, leftOut };
}

async function readFiles(root: string, paths: readonly string[]) {
  const files = new Map<string, SourceFile>();
  const leftOut = new Map<string, LeftOut>();
  let room = MAX_TOTAL_BYTES;
  for (const path of paths.filter(matters)) {
    const read = await readTextOrWhy(root, path);
    if (!read) continue;
    if ("leftOut" in read) {
      leftOut.set(path, read.leftOut);
      continue;
    }
    room -= read.file.text.length;
    if (room < 0) leftOut.set(path, "too-large");
    else files.set(path, read.file);
  }
  return { files, leftOut };
}

function matters(path: string): boolean {
  return fileKind(path) !== undefined || OTHER_FILES.includes(path);
}

/** An editor shows text, whatever its encoding on disk; that stays as it is when the text is saved. */
function overlay(path: string, text: string, onDisk: SourceFile | undefined): SourceFile {
  const file = decodeText(path, new TextEncoder().encode(text));
  const keepsEncoding = onDisk && onDisk.encoding !== "binary";
  return keepsEncoding ? { ...file, encoding: onDisk.encoding } : file;
}

function parentsOf(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => `${names.slice(0, index + 1).join("/")}/`);
}
