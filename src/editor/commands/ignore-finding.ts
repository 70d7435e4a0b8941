import { commands, type Disposable, Uri, window, workspace, l10n } from "vscode";
import { suppressEdit } from "../../core/edit/suppress-edit";
import type { Finding } from "../../core/lint/finding";
import type { LintedDocuments } from "../lint/linted-documents";
import { workspaceEdit } from "../lint/workspace-edit";

/** “Ignore on this line”: asks why, and writes a comment that says so. The graded checks still count what is ignored. */
export function registerIgnoreFinding(documents: LintedDocuments): Disposable {
  return commands.registerCommand("dockerizeCoach.ignoreFinding", async (uri: unknown, finding: unknown) => {
    if (!(uri instanceof Uri) || !isFinding(finding)) return;
    const reason = await window.showInputBox({
      title: l10n.t("Ignore “{0}” here", finding.rule),
      prompt: l10n.t(
        "Why? The reason is written beside it, for whoever reads the file next. Checks that give points still count it.",
      ),
      placeHolder: l10n.t("for instance: this image is never published"),
    });
    if (reason === undefined) return;
    const document = await workspace.openTextDocument(uri);
    const linted = await documents.upToDate(document);
    const file = linted?.project.files.get(linted.path);
    const current = linted?.findings.find(({ rule, messageId, range }) => {
      return rule === finding.rule && messageId === finding.messageId && range.start.line === finding.range.start.line;
    });
    if (!linted || !file || !current) return;
    const dockerfile = linted.kind === "dockerfile" ? linted.project.dockerfile(linted.path) : undefined;
    const edit = suppressEdit(file, dockerfile, current, reason.trim() || "no reason given");
    const whole = workspaceEdit(uri, { edits: [edit] }, linted);
    if (whole) await workspace.applyEdit(whole);
  });
}

function isFinding(value: unknown): value is Finding {
  return typeof value === "object" && value !== null && "rule" in value && "messageId" in value && "range" in value;
}
