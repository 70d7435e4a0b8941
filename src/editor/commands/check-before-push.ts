import { commands, type Disposable, l10n, window } from "vscode";
import { submitResult } from "../../core/push-check/judge-push";
import { recordTask } from "../../core/progress/record-task";
import { lookBeforePush } from "../../folder/push-check/look-before-push";
import type { Course } from "../course/course";
import { pushPanel } from "../course-panels/push-panel";
import { cancellable } from "./cancellable";
import { courseTarget } from "./course-target";
import { requireTrust } from "./require-trust";

/**
 * “Check Before You Push”, and the Verify of the task `submit`: looks with git at what would be handed in, shows it with what to do,
 * and notes whether it is handed in. Resolves to the report; undefined where it was stopped or refused.
 */
export function registerCheckBeforePush(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.checkBeforePush", async (target?: unknown) => {
    const folder = await courseTarget(course, target);
    if (folder === undefined || !(await requireTrust())) return undefined;
    try {
      const report = await cancellable(l10n.t("Looking at what you hand in"), (signal) =>
        lookBeforePush({ folder, env: process.env, signal, now: () => Date.now() }),
      );
      await course.progress.change(folder, (progress) => recordTask(progress, submitResult(report.items), report.at));
      await course.panels.show(pushPanel(folder, report));
      return report;
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return undefined;
      course.coach.log.fault(error);
      const detail = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t("What you hand in could not be looked at: {0} Try again.", detail));
      return undefined;
    }
  });
}
