import { commands, l10n, window, workspace } from "vscode";

/** Whether things may be run here; if not, says why, and where that is changed. */
export async function requireTrust(): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = l10n.t("Manage Workspace Trust");
  const chosen = await window.showWarningMessage(
    l10n.t(
      "This builds or runs something on your machine, and VS Code has been told not to trust this folder. Nothing has been run. Trust the folder if it is yours or you know what is in it.",
    ),
    manage,
  );
  if (chosen === manage) await commands.executeCommand("workbench.trust.manage");
  return workspace.isTrusted;
}
