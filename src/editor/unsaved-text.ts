import { type TextDocument, workspace } from "vscode";
import { relativePath } from "./relative-path";
import { isRelevantPath } from "./store/relevant-path";

/** The open documents of a folder that have unsaved changes and could change what grading finds. */
export function unsavedDocuments(folder: string): readonly TextDocument[] {
  return workspace.textDocuments.filter((document) => {
    if (!document.isDirty || document.uri.scheme !== "file") return false;
    const file = relativePath(folder, document.uri.fsPath);
    return file !== undefined && isRelevantPath(file);
  });
}

/** The same as text by relative path, to be laid over the files on disk. */
export function unsavedText(folder: string): ReadonlyMap<string, string> {
  return new Map(
    unsavedDocuments(folder).map((document) => [
      relativePath(folder, document.uri.fsPath) ?? document.uri.fsPath,
      document.getText(),
    ]),
  );
}
