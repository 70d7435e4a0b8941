import { l10n, window, workspace } from "vscode";
import type { CheckId } from "../../core/checks/check-id";
import type { Report } from "../../core/report";
import type { Coach } from "../coach";
import { requireTrust } from "./require-trust";
import { showProgress } from "./run-progress";
import { saveBeforeRun } from "./save-before-run";

/**
 * What stands between a learner's request and a run: trust, unsaved text, and a place to see how far it is. Resolves to
 * the run's report, or to undefined where it was refused or stopped; then the learner has been told.
 */
export async function gradeOnRequest(
  coach: Coach,
  folder: string,
  only?: readonly CheckId[],
): Promise<Report | undefined> {
  if (!workspace.isTrusted) {
    // not waited for: nobody who asked for a run shall hang until the message is answered
    void requireTrust();
    return undefined;
  }
  if (!(await saveBeforeRun(folder, coach.log))) return undefined;
  const run = coach.runner.run(folder, only);
  showProgress(coach, folder, run);
  try {
    return await run;
  } catch (error) {
    coach.log.fault(error);
    void tellFault(coach, error);
    return undefined;
  }
}

async function tellFault(coach: Coach, error: unknown): Promise<void> {
  const show = l10n.t("Show Log");
  const detail = error instanceof Error ? error.message : String(error);
  const chosen = await window.showErrorMessage(
    l10n.t(
      "The checks could not be run to their end: {0} This is not a fault of your work. Run them again, and if it stays, look at the log.",
      detail,
    ),
    show,
  );
  if (chosen === show) coach.log.show();
}
