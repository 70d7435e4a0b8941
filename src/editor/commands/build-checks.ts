import { commands, type Disposable, ProgressLocation, window, workspace } from "vscode";
import { EngineFault } from "../../core/container-engine";
import type { BuildChecks } from "../build-checks";
import { pickFolder } from "../current-folder";
import type { ReportStore } from "../store/report-store";
import { targetFolder } from "./target";

/** “Run Docker's Build Checks”: Docker reads the Dockerfile with its real context, and builds nothing. Gives no points. */
export function registerBuildChecks(store: ReportStore, checks: BuildChecks): Disposable {
  return commands.registerCommand("dockerizeCoach.buildChecks", async (target?: unknown) => {
    const folder = targetFolder(target) ?? (await pickFolder(store));
    if (folder === undefined) return undefined;
    if (!workspace.isTrusted) {
      void window.showWarningMessage(
        "Docker's build checks start Docker on this folder, and VS Code has been told not to trust it. Nothing has been run. Trust the folder if you know what is in it.",
      );
      return undefined;
    }
    await workspace.saveAll(false);
    return window.withProgress(
      { location: ProgressLocation.Window, title: "Docker's build checks", cancellable: true },
      async (_, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => abort.abort());
        return checks.run(folder, abort.signal).catch((error: unknown) => {
          if (!abort.signal.aborted) void tell(error);
          return undefined;
        });
      },
    );
  });
}

async function tell(error: unknown): Promise<void> {
  const words = error instanceof EngineFault ? Object.values(error.text).join(" ") : String(error);
  await window.showErrorMessage(words);
}
