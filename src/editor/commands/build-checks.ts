import { commands, type Disposable, window, workspace, l10n } from "vscode";
import { EngineFault } from "../../core/container-engine";
import type { BuildChecks } from "../build-checks";
import type { Coach } from "../coach";
import { pickFolder } from "../current-folder";
import { cancellable } from "./cancellable";
import { saveBeforeRun } from "./save-before-run";
import { targetFolder } from "./target";

/**
 * “Run Docker's Build Checks”: Docker reads the Dockerfile with its real context, and builds nothing. Gives no points.
 * Resolves to the number of findings, or to undefined where there is none to tell; then the learner has been told why.
 */
export function registerBuildChecks({ store, live, log }: Coach, checks: BuildChecks): Disposable {
  return commands.registerCommand("dockerizeCoach.buildChecks", async (target?: unknown) => {
    const folder = targetFolder(target) ?? (await pickFolder(store));
    if (folder === undefined) return undefined;
    if (!workspace.isTrusted) return refuseUntrusted();
    if (!(await saveBeforeRun(folder, log))) return undefined;
    await live.refresh(folder);
    try {
      const found = await cancellable(l10n.t("Docker's build checks"), (signal) => checks.run(folder, signal));
      if (found === undefined) void window.showInformationMessage(noDockerfile());
      return found;
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return undefined;
      log.fault(error);
      void window.showErrorMessage(wordsOf(error));
      return undefined;
    }
  });
}

const noDockerfile = () =>
  l10n.t("There is no Dockerfile to check yet. Write one first, then run Docker's build checks again.");

function refuseUntrusted(): undefined {
  void window.showWarningMessage(
    l10n.t(
      "Docker's build checks hand this folder to Docker, and VS Code has been told not to trust it. Nothing has been run. Trust the folder if it is yours or you know what is in it.",
    ),
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof EngineFault) return `${error.text.observed} ${error.text.why} ${error.text.next}`;
  const detail = error instanceof Error ? error.message : String(error);
  return l10n.t("Docker's build checks could not be run: {0} This is not a fault of your work. Try again.", detail);
}
