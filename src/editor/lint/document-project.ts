import { basename } from "node:path";
import { type TextDocument, workspace } from "vscode";
import { loneFile, openProject, type Project, withFile } from "../../core/lint/project";
import type { SourceFile } from "../../core/submission";
import { projectRoot } from "../../folder/project-root";
import { readSubmission } from "../../folder/read-submission";
import { relativePath } from "../relative-path";
import { unsavedText } from "../unsaved-text";

export interface DocumentInProject {
  readonly project: Project;
  /** in the project */
  readonly path: string;
  /** where the project's files lie; undefined where they lie on no disk */
  readonly root?: string;
}

/**
 * A document with the folder that it belongs to, both as the editor shows them: its workspace folder, else the folder on
 * disk that looks like its project. What lies on no disk stands alone.
 */
export async function documentInProject(document: TextDocument): Promise<DocumentInProject> {
  const text = document.getText();
  const alone = (): DocumentInProject => {
    const path = basename(document.uri.path);
    return { project: loneFile({ path, text, encoding: "utf-8" }), path };
  };
  if (document.uri.scheme !== "file") return alone();
  const file = document.uri.fsPath;
  const root = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? (await projectRoot(file));
  const path = relativePath(root, file);
  if (path === undefined) return alone();
  try {
    const { files, paths } = await readSubmission(root, unsavedText(root));
    const project = openProject({ files: sameAsBefore(root, files), paths });
    return { project: withFile(project, sourceOf(path, text, project.files.get(path))), path, root };
  } catch {
    // A folder that cannot be read is told of elsewhere; the text itself can still be looked at.
    return alone();
  }
}

const filesBefore = new Map<string, ReadonlyMap<string, SourceFile>>();

/** A file whose text has not changed is the very same as at the last look: what was parsed of it is still known. */
function sameAsBefore(root: string, files: ReadonlyMap<string, SourceFile>): ReadonlyMap<string, SourceFile> {
  const before = filesBefore.get(root);
  const kept = new Map(
    [...files].map(([path, file]) => {
      const old = before?.get(path);
      return [path, old && old.text === file.text && old.encoding === file.encoding ? old : file] as const;
    }),
  );
  filesBefore.set(root, kept);
  return kept;
}

/** An editor shows text, whatever its encoding on disk, and keeps that when it saves. */
function sourceOf(path: string, text: string, onDisk: SourceFile | undefined): SourceFile {
  const encoding = onDisk && onDisk.encoding !== "binary" ? onDisk.encoding : "utf-8";
  return { path, text, encoding };
}
