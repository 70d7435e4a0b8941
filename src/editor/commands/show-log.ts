import { commands, type Disposable, window, workspace } from "vscode";
import type { Coach } from "../coach";
import { currentFolder } from "../current-folder";
import { logSourceOf, logUri } from "../log-document";
import { targetCheck, targetFolder } from "./target";

/** “Show Log”: of one check as a read-only document, or of everything in the output channel. */
export function registerShowLog({ store, log }: Coach): Disposable {
  return commands.registerCommand("dockerizeCoach.showLog", async (target?: unknown) => {
    const id = targetCheck(target);
    const folder = targetFolder(target) ?? currentFolder(store);
    const source = id && logSourceOf(id);
    if (!source || folder === undefined) return log.show();
    const document = await workspace.openTextDocument(logUri(folder, source));
    await window.showTextDocument(document, { preview: true });
  });
}
