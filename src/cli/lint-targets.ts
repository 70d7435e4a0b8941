import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileKind, type FileKind } from "../core/file-kind";
import { loneFile, openProject, type Project, withFile } from "../core/lint/project";
import { decodeText } from "../core/parse/decode-text";
import { FolderFault, folderFault } from "../folder/folder-fault";
import { projectRoot } from "../folder/project-root";
import { readSubmission } from "../folder/read-submission";
import { MAX_FILE_BYTES } from "../folder/read-text";

/** One file to lint, with the folder that it belongs to. */
export interface LintTarget {
  readonly project: Project;
  /** in the project */
  readonly path: string;
  readonly kind: FileKind;
  /** relative to the current folder, with `/`, or absolute where it was given so */
  readonly shownPath: string;
  /** absolute; undefined for standard input */
  readonly diskPath?: string;
}

/** A folder that was named as such: what is missing in it can be told. */
export interface LintedFolder {
  readonly project: Project;
  readonly shownPath: (path: string) => string;
}

export interface LintTargets {
  readonly files: readonly LintTarget[];
  readonly folders: readonly LintedFolder[];
}

/**
 * What to lint: the files named, and those of a known name in the folders named; each once, in the order given.
 * Throws a FolderFault for the first path that cannot be read.
 */
export async function lintTargets(paths: readonly string[]): Promise<LintTargets> {
  const files = new Map<string, LintTarget>();
  const folders: LintedFolder[] = [];
  const projects = new Map<string, Promise<Project>>();
  for (const path of paths) {
    const stats = await stat(path).catch((error: unknown) => {
      throw folderFault(error, `read ${path}`);
    });
    if (stats.isDirectory()) folders.push(await folderAt(path));
    const found = stats.isDirectory() ? filesOf(folders.at(-1)) : [await fileAt(path, stats, projects)];
    for (const target of found) if (!files.has(target.shownPath)) files.set(target.shownPath, target);
  }
  return { files: [...files.values()], folders };
}

/** A text from standard input. Its name says what it is; its folder is not looked at. */
export function standardInput(bytes: Uint8Array, name: string): LintTarget {
  if (bytes.length > MAX_FILE_BYTES)
    throw unreadable("standard input", "it is larger than 1 MiB", "Lint a shorter text.");
  const path = basename(slashed(name));
  return { project: loneFile(decodeText(path, bytes)), path, kind: namedKind(path), shownPath: slashed(name) };
}

async function folderAt(folder: string): Promise<LintedFolder & { readonly folder: string }> {
  const project = openProject(await readSubmission(folder));
  return { project, folder, shownPath: (path) => shown(join(folder, path)) };
}

function filesOf(linted: (LintedFolder & { folder?: string }) | undefined): readonly LintTarget[] {
  if (!linted) return [];
  const { project, shownPath, folder = "." } = linted;
  return [...project.files.keys()].flatMap((path) => {
    const kind = fileKind(path);
    return kind ? [{ project, path, kind, shownPath: shownPath(path), diskPath: resolve(folder, path) }] : [];
  });
}

/** A file that is named is linted whatever its name; only its kind is guessed from it. */
async function fileAt(
  path: string,
  stats: { isFile(): boolean; readonly size: number },
  projects: Map<string, Promise<Project>>,
): Promise<LintTarget> {
  if (!stats.isFile()) throw unreadable(path, "it is no regular file", "Name a file or a folder.");
  if (stats.size > MAX_FILE_BYTES)
    throw unreadable(path, "it is larger than 1 MiB", "Name a Dockerfile, .dockerignore or Compose file.");
  const bytes = await readFile(path).catch((error: unknown) => {
    throw folderFault(error, `read ${path}`);
  });
  // The folder's real path, and the name as it was given: a link to a file is linted under its own name.
  const diskPath = join(await realpath(dirname(path)), basename(path));
  const root = await projectRoot(diskPath);
  const project = projects.get(root) ?? readSubmission(root).then(openProject);
  projects.set(root, project);
  const inProject = slashed(relative(root, diskPath));
  const file = decodeText(inProject, bytes);
  return {
    project: withFile(await project, file),
    path: inProject,
    kind: namedKind(path),
    shownPath: shown(path),
    diskPath,
  };
}

function namedKind(path: string): FileKind {
  return fileKind(slashed(path)) ?? (/\.ya?ml$/i.test(path) ? "compose" : "dockerfile");
}

/** Relative to the current folder, with `/`, or absolute where it was given so. */
function shown(path: string): string {
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
