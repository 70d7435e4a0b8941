import { commands, type Disposable, window, workspace, l10n } from "vscode";
import { fixAllEdit } from "../lint/fix-all-edit";
import type { LintedDocuments } from "../lint/linted-documents";

/** “Fix All in This File”: every fix that needs no decision, in one step to undo. */
export function registerFixAll(documents: LintedDocuments): Disposable {
  return commands.registerCommand("dockerizeCoach.fixAll", async () => {
    const document = window.activeTextEditor?.document;
    const linted = document && (await documents.upToDate(document));
    if (!document || !linted) {
      await window.showInformationMessage(
        l10n.t("Open a Dockerfile, a .dockerignore or a Compose file first: that is what the coach can fix."),
      );
      return;
    }
    const edit = fixAllEdit(document, linted);
    if (edit) await workspace.applyEdit(edit);
    else await window.showInformationMessage(l10n.t("Nothing here can be fixed without a decision of yours."));
  });
}
