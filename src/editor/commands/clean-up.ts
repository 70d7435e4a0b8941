import { commands, type Disposable, l10n, window } from "vscode";
import { recordTask } from "../../core/progress/record-task";
import { findCourseObjects, removeCourseObjects } from "../../folder/clean-up";
import { verifyTask } from "../../folder/tasks/verify-task";
import type { Course } from "../course/course";
import { cancellable } from "./cancellable";
import { courseTarget } from "./course-target";
import { requireTrust } from "./require-trust";

/** “Clean Up”: lists by name what the course has made on this machine, and removes what the learner leaves ticked. */
export function registerCleanUp(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.cleanUp", async () => {
    const folder = await courseTarget(course);
    if (folder === undefined || !(await requireTrust())) return;
    try {
      await cleanUp(course, folder);
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return;
      course.coach.log.fault(error);
      const detail = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(
        l10n.t("Cleaning up did not come to its end: {0} Nothing else was touched. Try again.", detail),
      );
    }
  });
}

async function cleanUp(course: Course, folder: string): Promise<void> {
  const env = process.env;
  const objects = await cancellable(l10n.t("Looking for what the course has made"), (signal) =>
    findCourseObjects({ folder, env, signal, includeShared: true }),
  );
  const items = objects.map((object) => ({
    label: object.name,
    description: object.description,
    picked: !object.isShared,
    object,
  }));
  if (items.length > 0) {
    const chosen = await window.showQuickPick(items, {
      canPickMany: true,
      title: l10n.t("Clean Up: what the course has made on this machine"),
      placeHolder: l10n.t("What is ticked is removed from Docker. Your files are not touched."),
    });
    if (!chosen) return;
    const remove = l10n.t("Remove");
    const sure =
      chosen.length === 0
        ? undefined
        : await window.showWarningMessage(
            l10n.t("Remove these from Docker? It cannot be taken back."),
            { modal: true, detail: chosen.map(({ label }) => label).join("\n") },
            remove,
          );
    if (sure !== remove) return;
    const wanted = chosen.map(({ object }) => object);
    const left = await cancellable(l10n.t("Cleaning up"), (signal) =>
      removeCourseObjects(wanted, { folder, env, signal }),
    );
    if (left.length > 0)
      void window.showWarningMessage(
        l10n.t("Still there: {0}. Stop what uses them, and clean up again.", left.join("; ")),
      );
  }
  const result = await cancellable(l10n.t("Looking again"), (signal) => {
    return verifyTask("clean-up", { folder, env, signal, observer: SILENT, now: () => Date.now() });
  });
  await course.progress.change(folder, (progress) => recordTask(progress, result, new Date().toISOString()));
  void window.showInformationMessage(result.observed);
}

const SILENT = { onStep: () => undefined, onLog: () => undefined };
