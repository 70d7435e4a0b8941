import type { ExtensionContext } from "vscode";
import { BuildChecks } from "./build-checks";
import { ChallengeFolders } from "./challenge-folders";
import { CheckRunner } from "./check-runner";
import { registerChecksTree } from "./checks-view/checks-tree";
import { registerSetupTree } from "./checks-view/setup-tree";
import type { Coach } from "./coach";
import { registerBuildChecks } from "./commands/build-checks";
import { registerCreateFile } from "./commands/create-file";
import { registerExplainRule } from "./commands/explain-rule";
import { registerFixAll } from "./commands/fix-all";
import { registerIgnoreFinding } from "./commands/ignore-finding";
import { registerOpenCheck } from "./commands/open-check";
import { registerRunCheck } from "./commands/run-check";
import { registerRunChecks } from "./commands/run-checks";
import { registerShowLog } from "./commands/show-log";
import { registerStartChallenge } from "./commands/start-challenge";
import { registerStop } from "./commands/stop";
import { registerContextKeys } from "./context-keys";
import { registerBaseHints } from "./hover/register-base-hints";
import { registerHovers } from "./hover/register-hovers";
import { registerFixActions } from "./lint/fix-actions";
import { LintedDocuments } from "./lint/linted-documents";
import { PassedOnce } from "./lint/passed-once";
import { registerDiagnostics } from "./lint/register-diagnostics";
import { LiveChecks } from "./live-checks";
import { registerLogDocuments } from "./log-document";
import { registerRulePages } from "./rule-page";
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

  const documents = new LintedDocuments(store, new PassedOnce(context.workspaceState));
  const buildChecks = new BuildChecks(store);
  context.subscriptions.push(documents, buildChecks);

  context.subscriptions.push(
    registerDiagnostics(documents),
    registerFixActions(documents),
    registerHovers(context.extensionPath),
    registerBaseHints(),
    registerChecksTree(store),
    registerSetupTree(),
    registerStatusBar(store),
    registerLogDocuments(log),
    registerRulePages(context),
  );

  const coach: Coach = { store, live, runner, log };
  context.subscriptions.push(
    registerRunChecks(coach),
    registerRunCheck(coach),
    registerStop(coach),
    registerShowLog(coach),
    registerOpenCheck(coach),
    registerStartChallenge(context),
    registerExplainRule(),
    registerIgnoreFinding(documents),
    registerFixAll(documents),
    registerCreateFile(store),
    registerBuildChecks(coach, buildChecks),
  );

  await folders.look();
  context.subscriptions.push(registerContextKeys(store));
}

/** VS Code closes: what runs still hold in the engine is removed first. */
export async function deactivate(): Promise<void> {
  await runner?.stop();
}
