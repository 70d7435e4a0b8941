import { basename } from "node:path";
import { commands, type Disposable, type ExtensionContext, Uri, window, workspace, l10n } from "vscode";
import { type StartResult, startChallenge } from "../../folder/start-challenge";

/**
 * “Start the Challenge”: puts the starter into the folder given, or one that the learner picks, overwrites nothing, and
 * offers to open it. Resolves to what was written and what was kept; undefined where nothing could be, and says why.
 */
export function registerStartChallenge(context: ExtensionContext): Disposable {
  return commands.registerCommand("dockerizeCoach.startChallenge", async (target?: unknown) => {
    const folder = target instanceof Uri ? target : await pickTarget();
    if (!folder) return undefined;
    try {
      const result = await startChallenge(folder.fsPath, context.extensionPath);
      void offerToOpen(folder, result);
      return result;
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  });
}

async function pickTarget(): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: l10n.t("Choose a Folder for the Challenge"),
    openLabel: l10n.t("Start the Challenge Here"),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  return picked?.[0];
}

async function offerToOpen(folder: Uri, { written, kept }: StartResult): Promise<void> {
  const here = l10n.t("Open Folder");
  const newWindow = l10n.t("Open in New Window");
  const isOpen = workspace.workspaceFolders?.some((open) => open.uri.fsPath === folder.fsPath) ?? false;
  const left = kept.length > 0 ? ` ${l10n.t("Left as they were: {0}.", kept.join(", "))}` : "";
  const said = `${l10n.t("The challenge is in {0}: {1} files written.", basename(folder.fsPath), written.length)}${left}`;
  const chosen = await window.showInformationMessage(said, ...(isOpen ? [] : [here, newWindow]));
  if (chosen) await commands.executeCommand("vscode.openFolder", folder, { forceNewWindow: chosen === newWindow });
}
