import path from "node:path";
import { commands, type Disposable, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import { relativePath } from "../relative-path";
import type { Course } from "../course/course";
import { courseTarget } from "./course-target";

/**
 * Opens a file of the challenge as a tab beside the page's own; one that is not there yet is begun, empty and unsaved. Not in a
 * second column: a walkthrough that is less than about 950 pixels wide hides its text (seen in VS Code 1.139).
 */
export function registerOpenFile(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.openFile", async (name?: unknown) => {
    const folder = await courseTarget(course);
    if (folder === undefined || typeof name !== "string") return;
    const file = path.resolve(folder, name);
    if (relativePath(folder, file) === undefined) return;
    const uri = Uri.file(file);
    const exists = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    const document = await workspace.openTextDocument(exists ? uri : uri.with({ scheme: "untitled" }));
    await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preview: false });
    if (!exists) window.setStatusBarMessage(l10n.t("{0} is new: it is there once you save it.", name), 10_000);
  });
}
