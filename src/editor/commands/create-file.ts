import { join } from "node:path";
import { commands, type Disposable, Range, Uri, window, workspace, WorkspaceEdit } from "vscode";
import type { CheckId } from "../../core/checks/check-id";
import { lintFolder, type MissingFile } from "../../core/lint/lint-folder";
import { openProject } from "../../core/lint/project";
import { ruleNamed } from "../../core/rules/registry";
import { readSubmission } from "../../folder/read-submission";
import { pickFolder } from "../current-folder";
import type { ReportStore } from "../store/report-store";
import { unsavedText } from "../unsaved-text";
import { targetCheck, targetFolder } from "./target";

/** “Create a Missing File”: what the challenge folder lacks, begun with what the rule about it offers, and opened. */
export function registerCreateFile(store: ReportStore): Disposable {
  return commands.registerCommand("dockerizeCoach.createFile", async (target?: unknown) => {
    const folder = targetFolder(target) ?? (await pickFolder(store));
    if (folder === undefined) return;
    const missing = await missingFiles(folder, targetCheck(target));
    const picked = missing.length > 1 ? await pick(missing) : missing[0];
    const [fix] = picked?.finding.fixes ?? [];
    if (!picked || !fix) {
      await window.showInformationMessage("The files that the challenge needs are all there.");
      return;
    }
    const place = Uri.file(join(folder, picked.path));
    const edit = new WorkspaceEdit();
    edit.createFile(place, { ignoreIfExists: true });
    for (const { newText } of fix.edits) edit.insert(place, new Range(0, 0, 0, 0).start, newText);
    await workspace.applyEdit(edit);
    await window.showTextDocument(place);
  });
}

async function missingFiles(folder: string, check: CheckId | undefined): Promise<readonly MissingFile[]> {
  const found = lintFolder(openProject(await readSubmission(folder, unsavedText(folder))));
  return found.filter(({ finding }) => check === undefined || ruleNamed(finding.rule)?.check === check);
}

async function pick(missing: readonly MissingFile[]): Promise<MissingFile | undefined> {
  const items = missing.map((each) => ({ label: each.path, detail: each.finding.message, each }));
  return (await window.showQuickPick(items, { placeHolder: "Which file?" }))?.each;
}
