import { commands, Disposable, l10n, Uri, window } from "vscode";
import type { Course } from "../course/course";
import { courseTarget } from "./course-target";

/** “Show My Progress File”, and the choice of where it is kept: in VS Code's own storage, or in the challenge's folder. */
export function registerProgressFile(course: Course): Disposable {
  const move = (where: "folder" | "storage") => async (): Promise<void> => {
    const folder = await courseTarget(course);
    if (folder === undefined) return;
    await course.progress.move(folder, where);
    const file = course.progress.fileOf(folder);
    if (file !== undefined) void window.showInformationMessage(l10n.t("Your progress is now kept in {0}.", file));
  };
  return Disposable.from(
    commands.registerCommand("dockerizeCoach.showProgressFile", async () => {
      const folder = await courseTarget(course);
      if (folder === undefined) return;
      // written at least once, so that there is a file to show
      await course.progress.change(folder, (progress) => ({ ...progress }));
      const file = course.progress.fileOf(folder);
      if (file !== undefined) await window.showTextDocument(Uri.file(file), { preview: true });
    }),
    commands.registerCommand("dockerizeCoach.keepProgressInFolder", move("folder")),
    commands.registerCommand("dockerizeCoach.keepProgressInStorage", move("storage")),
  );
}
