import type { ExtensionContext } from "vscode";
import { ChallengeFolders } from "./challenge-folders";
import { CheckRunner } from "./check-runner";
import { registerChecksTree } from "./checks-view/checks-tree";
import { registerSetupTree } from "./checks-view/setup-tree";
import type { Coach } from "./coach";
import { registerOpenCheck } from "./commands/open-check";
import { registerRunCheck } from "./commands/run-check";
import { registerRunChecks } from "./commands/run-checks";
import { registerShowLog } from "./commands/show-log";
import { registerStartChallenge } from "./commands/start-challenge";
import { registerStop } from "./commands/stop";
import { registerContextKeys } from "./context-keys";
import { LiveChecks } from "./live-checks";
import { registerLogDocuments } from "./log-document";
import { RunLog } from "./run-log";
import { registerStatusBar } from "./status-bar";
import { ReportStore } from "./store/report-store";

let runner: CheckRunner | undefined;

/** The extension's table of contents: what is known, what finds it out, what shows it, what can be asked of it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const store = new ReportStore();
  const log = new RunLog(store);

  const live = new LiveChecks(store);
  const folders = new ChallengeFolders(store, live);
  runner = new CheckRunner(store, live, log);
  context.subscriptions.push(store, log, live, folders);

  context.subscriptions.push(
    registerChecksTree(store),
    registerSetupTree(),
    registerStatusBar(store),
    registerLogDocuments(log),
  );

  const coach: Coach = { store, runner, log };
  context.subscriptions.push(
    registerRunChecks(coach),
    registerRunCheck(coach),
    registerStop(coach),
    registerShowLog(coach),
    registerOpenCheck(coach),
    registerStartChallenge(context),
  );

  await folders.look();
  context.subscriptions.push(registerContextKeys(store));
}

/** VS Code closes: what runs still hold in the engine is removed first. */
export async function deactivate(): Promise<void> {
  await runner?.stop();
}
