import { basename } from "node:path";
import { type QuickPickItem, window, workspace, l10n } from "vscode";
import type { RunLog } from "../run-log";
import { unsavedDocuments } from "../unsaved-text";

type Answer = "save" | "always" | "saved-text";

/**
 * The engine builds what is on disk, so unsaved text is saved first, as the setting `dockerizeCoach.saveBeforeRun` says.
 * False where the learner was asked and thinks better of running.
 */
export async function saveBeforeRun(folder: string, log: RunLog): Promise<boolean> {
  const unsaved = unsavedDocuments(folder);
  if (unsaved.length === 0) return true;
  const names = unsaved.map((document) => basename(document.fileName)).join(", ");
  const answer = await answerFor(names);
  if (answer === undefined) return false;
  if (answer === "saved-text") {
    log.note(folder, `Not saved: ${names}. The run grades the text that was saved last.`);
    void window.showInformationMessage(l10n.t("Grading the saved text: {0} has changes that are not saved.", names));
    return true;
  }
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  if (saved.every(Boolean)) return true;
  void window.showErrorMessage(
    l10n.t("Not everything could be saved ({0}), so the checks were not run. Save and try again.", names),
  );
  return false;
}

async function answerFor(names: string): Promise<Answer | undefined> {
  const settings = workspace.getConfiguration("dockerizeCoach");
  const setting = settings.get<"ask" | "always" | "never">("saveBeforeRun", "ask");
  if (setting !== "ask") return setting === "always" ? "save" : "saved-text";
  const items: readonly (QuickPickItem & { readonly answer: Answer })[] = [
    { label: `$(save) ${l10n.t("Save and run the checks")}`, answer: "save" },
    { label: `$(save-all) ${l10n.t("Save and run, and do so from now on")}`, answer: "always" },
    { label: `$(history) ${l10n.t("Run the checks on the saved text")}`, answer: "saved-text" },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Run Challenge Checks"),
    placeHolder: l10n.t("Not saved yet: {0}. Docker builds what is on disk.", names),
  });
  if (picked?.answer === "always") await settings.update("saveBeforeRun", "always", true);
  return picked?.answer;
}
