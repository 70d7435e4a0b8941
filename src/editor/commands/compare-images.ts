import { commands, type Disposable, l10n, ProgressLocation, window } from "vscode";
import type { Comparison } from "../../core/comparison/comparison";
import { megabytes } from "../../core/megabytes";
import { recordTask } from "../../core/progress/record-task";
import type { TaskResult } from "../../core/tasks/task-result";
import { compareImages } from "../../folder/compare-images";
import type { Course } from "../course/course";
import { comparisonPanel } from "../course-panels/comparison-panel";
import { courseTarget } from "./course-target";
import { requireTrust } from "./require-trust";

/** “Compare the Images”: builds and measures the simple image, its slim form, and the Dockerfile as it is now, and shows them. */
export function registerCompareImages(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.compareImages", async () => {
    const folder = await courseTarget(course);
    if (folder === undefined || !(await requireTrust())) return undefined;
    const baseline = (await course.progress.read(folder))?.baseline;
    const abort = new AbortController();
    const title = l10n.t("Comparing the images");
    try {
      const comparison = await window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        (progress, cancelled) => {
          cancelled.onCancellationRequested(() => abort.abort());
          return compareImages({
            folder,
            ...(baseline && { baseline: { dockerfile: baseline.dockerfile } }),
            env: process.env,
            signal: abort.signal,
            observer: { onStep: () => undefined, onLog: (source, line) => course.coach.log.line(folder, source, line) },
            onProgress: (message) => progress.report({ message }),
            now: () => Date.now(),
          });
        },
      );
      await course.progress.change(folder, (progress) => {
        return recordTask({ ...progress, comparison }, resultOf(comparison), comparison.at);
      });
      await course.panels.show(comparisonPanel(course, folder));
      return comparison;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      course.coach.log.fault(error);
      const detail = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(
        l10n.t("The images could not be compared: {0} This is not counted against you.", detail),
      );
      return undefined;
    }
  });
}

/** Done once the simple image and today's have both been measured. */
function resultOf({ variants }: Comparison): TaskResult {
  const sizes = variants.flatMap((variant) =>
    variant.state === "measured" ? [[variant.id, variant.bytes] as const] : [],
  );
  const measured = new Map(sizes);
  const naive = measured.get("naive");
  const current = measured.get("current");
  const isDone = naive !== undefined && current !== undefined;
  return {
    id: "compare-images",
    status: isDone ? "verified" : "failed",
    observed: isDone
      ? l10n.t("The simple image holds {0}, yours now {1}.", megabytes(naive), megabytes(current))
      : l10n.t("Not both images could be measured yet."),
    figures: Object.fromEntries(measured),
  };
}
