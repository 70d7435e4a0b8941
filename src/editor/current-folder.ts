import { window, l10n } from "vscode";
import { relativePath } from "./relative-path";
import type { ReportStore } from "./store/report-store";

/** The challenge folder that the learner is in: the one of the active editor, or the only one. */
export function currentFolder(store: ReportStore): string | undefined {
  const active = window.activeTextEditor?.document.uri;
  const inside = store.folders.find((folder) => {
    return active?.scheme === "file" && relativePath(folder, active.fsPath) !== undefined;
  });
  return inside ?? (store.folders.length === 1 ? store.folders[0] : undefined);
}

/** The same, or the one that the learner picks; undefined where there is none, or they pick none. */
export async function pickFolder(store: ReportStore): Promise<string | undefined> {
  const current = currentFolder(store);
  if (current !== undefined || store.folders.length === 0) return current;
  const items = store.folders.map((folder) => ({
    label: store.get(folder)?.name ?? folder,
    description: folder,
    folder,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which challenge folder?") });
  return picked?.folder;
}
