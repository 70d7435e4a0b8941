import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { decodeText } from "../core/parse/decode-text";
import type { SourceFile } from "../core/submission";
import { fileKind, type FileKind } from "../folder/file-kind";
import { FolderFault, folderFault } from "../folder/folder-fault";
import { readSubmission } from "../folder/read-submission";
import { MAX_FILE_BYTES } from "../folder/read-text";

export interface LintFile {
  /** its path is the one to show */
  readonly file: SourceFile;
  readonly kind: FileKind;
}

/**
 * The files to lint: those named, and those of a known name in the folders named; each once, in the order given.
 * Throws a FolderFault for the first path that cannot be read.
 */
export async function findLintFiles(paths: readonly string[]): Promise<readonly LintFile[]> {
  const found = new Map<string, LintFile>();
  for (const path of paths) {
    for (const item of await filesAt(path)) {
      if (!found.has(item.file.path)) found.set(item.file.path, item);
    }
  }
  return [...found.values()];
}

async function filesAt(path: string): Promise<readonly LintFile[]> {
  const stats = await stat(path).catch((error: unknown) => {
    throw folderFault(error, `read ${path}`);
  });
  if (stats.isDirectory()) return filesIn(path);
  if (!stats.isFile()) throw unreadable(path, "it is no regular file", "Name a file or a folder.");
  if (stats.size > MAX_FILE_BYTES)
    throw unreadable(path, "it is larger than 1 MiB", "Name a Dockerfile, .dockerignore or Compose file.");
  const bytes = await readFile(path).catch((error: unknown) => {
    throw folderFault(error, `read ${path}`);
  });
  return [{ file: decodeText(shownPath(path), bytes), kind: namedKind(path) }];
}

async function filesIn(folder: string): Promise<readonly LintFile[]> {
  const { files } = await readSubmission(folder);
  return [...files.values()].flatMap((file) => {
    const kind = fileKind(file.path);
    return kind ? [{ file: { ...file, path: shownPath(join(folder, file.path)) }, kind }] : [];
  });
}

/** A file that is named is linted whatever its name; only its kind is guessed from it. */
function namedKind(path: string): FileKind {
  return fileKind(slashed(path)) ?? (/\.ya?ml$/i.test(path) ? "compose" : "dockerfile");
}

/** Relative to the current folder, with `/`, or absolute where it was given so. */
function shownPath(path: string): string {
  return slashed(isAbsolute(path) ? path : relative(process.cwd(), path));
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

function unreadable(path: string, reason: string, next: string): FolderFault {
  return new FolderFault("other", {
    observed: `The coach cannot read ${path}: ${reason}.`,
    why: "It reads text files.",
    next,
  });
}
