import { commands, window, workspace } from "vscode";
import type { CheckId } from "../../core/checks/check-id";
import type { Report } from "../../core/report";
import type { Coach } from "../coach";
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
    void refuseUntrusted();
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

async function refuseUntrusted(): Promise<void> {
  const manage = "Manage Workspace Trust";
  const chosen = await window.showWarningMessage(
    "The checks build and run what is in this folder, and VS Code has been told not to trust it. " +
      "Nothing has been run. Trust the folder if it is yours or you know what is in it.",
    manage,
  );
  if (chosen === manage) await commands.executeCommand("workbench.trust.manage");
}

async function tellFault(coach: Coach, error: unknown): Promise<void> {
  const show = "Show Log";
  const detail = error instanceof Error ? error.message : String(error);
  const chosen = await window.showErrorMessage(
    `The checks could not be run to their end: ${detail} This is not a fault of your work. Run them again, and if it stays, look at the log.`,
    show,
  );
  if (chosen === show) coach.log.show();
}
