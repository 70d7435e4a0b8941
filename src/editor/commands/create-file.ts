import { join } from "node:path";
import { commands, type Disposable, Position, Uri, window, workspace, WorkspaceEdit, l10n } from "vscode";
import type { MissingFile } from "../../core/lint/lint-folder";
import { ruleNamed } from "../../core/rules/registry";
import { pickFolder } from "../current-folder";
import type { ReportStore } from "../store/report-store";
import { targetCheck, targetFolder } from "./target";

/** “Create a Missing File”: what the challenge folder lacks, begun with what the rule about it offers, and opened. */
export function registerCreateFile(store: ReportStore): Disposable {
  return commands.registerCommand("dockerizeCoach.createFile", async (target?: unknown) => {
    const folder = targetFolder(target) ?? (await pickFolder(store));
    if (folder === undefined) return;
    const check = targetCheck(target);
    const all = store.get(folder)?.live.findings.missing ?? [];
    const missing = all.filter(({ finding }) => check === undefined || ruleNamed(finding.rule)?.check === check);
    const chosen = missing.length > 1 ? await pick(missing) : missing[0];
    if (chosen) return create(folder, chosen);
    if (missing.length === 0)
      void window.showInformationMessage(l10n.t("The files that the coach can begin for you are all there."));
  });
}

async function pick(missing: readonly MissingFile[]): Promise<MissingFile | undefined> {
  const items = missing.map((each) => ({ label: each.path, detail: each.finding.message, each }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Which file?") }))?.each;
}

async function create(folder: string, { finding }: MissingFile): Promise<void> {
  const [fix] = finding.fixes;
  const edit = new WorkspaceEdit();
  const places = new Set<string>();
  for (const { file, newText } of fix?.edits ?? []) {
    if (file === undefined) continue;
    const place = Uri.file(join(folder, file));
    edit.createFile(place, { ignoreIfExists: true });
    edit.insert(place, new Position(0, 0), newText);
    places.add(place.fsPath);
  }
  await workspace.applyEdit(edit);
  for (const place of places) await window.showTextDocument(Uri.file(place));
}
