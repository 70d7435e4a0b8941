import { commands, type Disposable, l10n, window } from "vscode";
import type { EnvironmentReport } from "../../core/environment/environment-report";
import { recordTask } from "../../core/progress/record-task";
import type { TaskResult } from "../../core/tasks/task-result";
import { checkEnvironment } from "../../folder/environment/check-environment";
import type { Course } from "../course/course";
import { environmentPanel } from "../course-panels/environment-panel";
import { cancellable } from "./cancellable";
import { courseTarget } from "./course-target";
import { requireTrust } from "./require-trust";

/** “Check My Environment”: looks at everything that the course needs of this machine, and shows it with the fixes. */
export function registerCheckEnvironment(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.checkEnvironment", async () => {
    const folder = await courseTarget(course);
    if (folder === undefined || !(await requireTrust())) return undefined;
    try {
      const report = await cancellable(l10n.t("Looking at your machine"), (signal) =>
        checkEnvironment({ env: process.env, signal, now: () => Date.now() }),
      );
      await course.progress.change(folder, (progress) => {
        return recordTask({ ...progress, environment: report }, resultOf(report), report.at);
      });
      await course.panels.show(environmentPanel(course, folder));
      return report;
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return undefined;
      course.coach.log.fault(error);
      const detail = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t("Your machine could not be looked at: {0} Try again.", detail));
      return undefined;
    }
  });
}

function resultOf({ items }: EnvironmentReport): TaskResult {
  const [first] = items.filter(({ status }) => status === "problem");
  return {
    id: "environment",
    status: first ? "failed" : "verified",
    observed: first ? first.observed : l10n.t("Nothing on this machine stands in the way of the course."),
  };
}
