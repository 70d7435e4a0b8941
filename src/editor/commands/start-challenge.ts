import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from "vscode";
import { type StartResult, startChallenge } from "../../folder/start-challenge";

/** “Start the Challenge”: puts the starter into a folder of the learner's choice, overwrites nothing, offers to open it. */
export function registerStartChallenge(context: ExtensionContext): Disposable {
  return commands.registerCommand("dockerizeCoach.startChallenge", async (target?: unknown) => {
    const folder = target instanceof Uri ? target : await pickTarget();
    if (!folder) return undefined;
    const result = await startChallenge(folder.fsPath, context.asAbsolutePath("challenge/starter"));
    void offerToOpen(folder, result);
    return result;
  });
}

async function pickTarget(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: "Choose a Folder for the Challenge",
      openLabel: "Start the Challenge Here",
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  return folder;
}

async function offerToOpen(folder: Uri, result: StartResult): Promise<void> {
  void result;
  const isOpen = workspace.workspaceFolders?.some((open) => open.uri.fsPath === folder.fsPath) ?? false;
  const here = "Open Folder";
  const newWindow = "Open in New Window";
  const chosen = await window.showInformationMessage("", ...(isOpen ? [] : [here, newWindow]));
  if (chosen) await commands.executeCommand("vscode.openFolder", folder, { forceNewWindow: chosen === newWindow });
}
