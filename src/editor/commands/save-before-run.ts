import { basename } from "node:path";
import { type QuickPickItem, window, workspace } from "vscode";
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
    void window.showInformationMessage(`Grading the saved text: ${names} has changes that are not saved.`);
    return true;
  }
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  if (saved.every(Boolean)) return true;
  void window.showErrorMessage(
    `Not everything could be saved (${names}), so the checks were not run. Save and try again.`,
  );
  return false;
}

async function answerFor(names: string): Promise<Answer | undefined> {
  const settings = workspace.getConfiguration("dockerizeCoach");
  const setting = settings.get<"ask" | "always" | "never">("saveBeforeRun", "ask");
  if (setting !== "ask") return setting === "always" ? "save" : "saved-text";
  const items: readonly (QuickPickItem & { readonly answer: Answer })[] = [
    { label: "$(save) Save and run the checks", answer: "save" },
    { label: "$(save-all) Save and run, and do so from now on", answer: "always" },
    { label: "$(history) Run the checks on the saved text", answer: "saved-text" },
  ];
  const picked = await window.showQuickPick(items, {
    title: "Run Challenge Checks",
    placeHolder: `Not saved yet: ${names}. Docker builds what is on disk.`,
  });
  if (picked?.answer === "always") await settings.update("saveBeforeRun", "always", true);
  return picked?.answer;
}
