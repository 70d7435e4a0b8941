import { commands, type Disposable, l10n, ProgressLocation, window } from "vscode";
import { prepareOffline } from "../../folder/prepare-offline";
import type { Course } from "../course/course";
import { requireTrust } from "./require-trust";

/** “Prepare for Offline”: pulls the images that the course begins with, once, and says which there are now. */
export function registerPrepareOffline(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.prepareOffline", async () => {
    if (!(await requireTrust())) return;
    const abort = new AbortController();
    const title = l10n.t("Fetching the images of the course");
    try {
      await window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        (progress, cancelled) => {
          cancelled.onCancellationRequested(() => abort.abort());
          return prepareOffline({
            env: process.env,
            signal: abort.signal,
            onProgress: (message) => progress.report({ message }),
          });
        },
      );
      void window.showInformationMessage(
        l10n.t(
          "The images of the course are on this machine. Pages, hints and questions need no network; installing Python packages in a build still does, until Docker has it in its cache.",
        ),
      );
    } catch (error) {
      if (abort.signal.aborted) return;
      course.coach.log.fault(error);
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  });
}
