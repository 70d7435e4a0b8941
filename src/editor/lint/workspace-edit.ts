import { join } from "node:path";
import { type Uri, Uri as Uris, WorkspaceEdit } from "vscode";
import type { Fix } from "../../core/lint/finding";
import { editorRange } from "./editor-range";
import type { LintedDocument } from "./linted-documents";

/**
 * A fix as the editor makes it: in one step to undo, and files that are missing are made. Undefined where it writes into
 * another file and there is no folder to find that in.
 */
export function workspaceEdit(
  uri: Uri,
  { edits }: Pick<Fix, "edits">,
  { root, path, project }: LintedDocument,
): WorkspaceEdit | undefined {
  const whole = new WorkspaceEdit();
  for (const { range, newText, file = path } of edits) {
    if (file !== path && root === undefined) return undefined;
    const place = file === path || root === undefined ? uri : Uris.file(join(root, file));
    if (!project.files.has(file)) whole.createFile(place, { ignoreIfExists: true });
    whole.replace(place, editorRange(range), newText);
  }
  return whole;
}
