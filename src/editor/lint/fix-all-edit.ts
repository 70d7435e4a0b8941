import { type TextDocument, WorkspaceEdit } from "vscode";
import { fixAll } from "../../core/lint/fix-all";
import { changedLines } from "./changed-lines";
import { editorRange } from "./editor-range";
import type { LintedDocument } from "./linted-documents";

/**
 * Every fix of a document that needs no decision, as one edit of the lines that change; undefined where there is none.
 * Rules that are switched off have no say in it.
 * @param isUnasked it happens by itself, when the document is saved: then it does not write the answer for a learner who is
 *   still at the simple Dockerfile that the course has them begin with
 */
export function fixAllEdit(
  document: TextDocument,
  linted: LintedDocument,
  isUnasked = false,
): WorkspaceEdit | undefined {
  const before = document.getText();
  const { project, path, kind, phase } = linted;
  const rules = linted.rules.filter(({ courseGoal }) => !(isUnasked && phase === "naive" && courseGoal));
  const { text } = fixAll(project, path, kind, rules);
  if (text === before) return undefined;
  const edit = new WorkspaceEdit();
  const { range, newText } = changedLines(before, text);
  edit.replace(document.uri, editorRange(range), newText);
  return edit;
}
