import { type TextDocument, WorkspaceEdit } from "vscode";
import { fixAll } from "../../core/lint/fix-all";
import { changedLines } from "./changed-lines";
import { editorRange } from "./editor-range";
import type { LintedDocument } from "./linted-documents";

/** Every fix of a document that needs no decision, as one edit of the lines that change; undefined where there is none. */
export function fixAllEdit(document: TextDocument, { project, path, kind }: LintedDocument): WorkspaceEdit | undefined {
  const before = document.getText();
  const { text } = fixAll(project, path, kind);
  if (text === before) return undefined;
  const edit = new WorkspaceEdit();
  const { range, newText } = changedLines(before, text);
  edit.replace(document.uri, editorRange(range), newText);
  return edit;
}
