import { ProgressLocation, window, l10n } from "vscode";
import { CHECKS_VIEW } from "../checks-view/checks-tree";
import type { Coach } from "../coach";
import { plainText } from "../plain-text";
import { currentStep } from "../store/folder-state";

/** A run that takes longer than this is worth a notification, in milliseconds. */
const LONG_MS = 2_000;

/** Shows a run in the view, and a long one in a notification too: with the build's own steps, the log, and a way to stop. */
export function showProgress(coach: Coach, folder: string, run: Promise<unknown>): void {
  const ended = run.then(
    () => undefined,
    () => undefined,
  );
  void window.withProgress({ location: { viewId: CHECKS_VIEW } }, () => ended);
  const timer = setTimeout(() => notify(coach, folder, ended), LONG_MS);
  void ended.then(() => clearTimeout(timer));
}

function notify(coach: Coach, folder: string, ended: Promise<void>): void {
  const title = l10n.t("Running the challenge's checks ([Show Log](command:dockerizeCoach.showLog))");
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  void window.withProgress(options, async (progress, cancelled) => {
    cancelled.onCancellationRequested(() => void coach.runner.stop(folder));
    const tell = (): void => {
      const step = currentStep(coach.store.get(folder)?.run);
      if (!step) return;
      const pulled = step.progress ? ` ${percent(step.progress)}` : "";
      progress.report({ message: plainText(step.name) + pulled });
    };
    tell();
    const listener = coach.store.onDidChange(tell);
    await ended;
    listener.dispose();
  });
}

function percent({ current, total }: { readonly current: number; readonly total: number }): string {
  return total > 0 ? `${Math.min(100, Math.round((current / total) * 100))} %` : "";
}
