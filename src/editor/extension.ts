import type { ExtensionContext } from "vscode";
import { CourseFiles } from "../folder/content/course-files";
import { BuildChecks } from "./build-checks";
import { ChallengeFolders } from "./challenge-folders";
import { CheckRunner } from "./check-runner";
import { registerChecksTree } from "./checks-view/checks-tree";
import { HelpForChecks } from "./checks-view/help-for-checks";
import { registerSetupTree } from "./checks-view/setup-tree";
import type { Coach } from "./coach";
import { registerAddWorkflow } from "./commands/add-workflow";
import { registerAnswerQuestion } from "./commands/answer-question";
import { registerBuildChecks } from "./commands/build-checks";
import { stopAllWork } from "./commands/cancellable";
import { registerCheckBeforePush } from "./commands/check-before-push";
import { registerCheckEnvironment } from "./commands/check-environment";
import { registerCleanUp } from "./commands/clean-up";
import { registerCompareImages } from "./commands/compare-images";
import { registerCreateFile } from "./commands/create-file";
import { registerExportReport } from "./commands/export-report";
import { registerExplainRule } from "./commands/explain-rule";
import { registerFixAll } from "./commands/fix-all";
import { registerIgnoreFinding } from "./commands/ignore-finding";
import { registerOpenCheck } from "./commands/open-check";
import { registerOpenFile } from "./commands/open-file";
import { registerOpenPage } from "./commands/open-page";
import { registerOpenStep } from "./commands/open-step";
import { registerPrepareOffline } from "./commands/prepare-offline";
import { registerProgressFile } from "./commands/progress-file";
import { registerResetStep } from "./commands/reset-step";
import { registerRunCheck } from "./commands/run-check";
import { registerRunChecks } from "./commands/run-checks";
import { registerRunInTerminal } from "./commands/run-in-terminal";
import { registerShowHint } from "./commands/show-hint";
import { registerShowLog } from "./commands/show-log";
import { registerStartChallenge } from "./commands/start-challenge";
import { registerStop } from "./commands/stop";
import { registerTroubleshoot } from "./commands/troubleshoot";
import { registerVerifyTask } from "./commands/verify-task";
import { registerContextKeys } from "./context-keys";
import type { Course } from "./course/course";
import { CourseKeys } from "./course/course-keys";
import { courseWalkthroughs } from "./course/course-walkthroughs";
import { ProgressStore } from "./course/progress-store";
import { registerCourseTree } from "./course-view/course-tree";
import { registerBaseHints } from "./hover/register-base-hints";
import { registerHovers } from "./hover/register-hovers";
import { registerFixActions } from "./lint/fix-actions";
import { LintedDocuments } from "./lint/linted-documents";
import { PassedOnce } from "./lint/passed-once";
import { registerDiagnostics } from "./lint/register-diagnostics";
import { LastFolder } from "./last-folder";
import { LiveChecks } from "./live-checks";
import { Panels } from "./panel/panel";
import { registerLogDocuments } from "./log-document";
import { registerRulePages } from "./rule-page";
import { RunLog } from "./run-log";
import { registerStatusBar } from "./status-bar";
import { ReportStore } from "./store/report-store";

let runner: CheckRunner | undefined;
let progress: ProgressStore | undefined;

/** The extension's table of contents: what is known, what finds it out, what shows it, what can be asked of it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const store = new ReportStore();
  const log = new RunLog(store);

  const live = new LiveChecks(store);
  const folders = new ChallengeFolders(store, live);
  const last = new LastFolder(store);
  runner = new CheckRunner(store, live, log);
  context.subscriptions.push(store, log, live, folders, last);

  const documents = new LintedDocuments(store, new PassedOnce(context.workspaceState));
  const buildChecks = new BuildChecks(store);
  context.subscriptions.push(documents, buildChecks);

  context.subscriptions.push(
    registerDiagnostics(documents),
    registerFixActions(documents),
    registerHovers(context.extensionPath),
    registerBaseHints(),
    registerSetupTree(),
    registerStatusBar(store, last),
    registerLogDocuments(log),
    registerRulePages(context),
  );

  const coach: Coach = { store, live, runner, log };
  const walkthroughs = courseWalkthroughs(context);
  progress = new ProgressStore(context.globalStorageUri.fsPath, store);
  const keys = new CourseKeys(last, progress, walkthroughs);
  const panels = new Panels(context.extensionUri);
  const files = new CourseFiles(context.extensionPath);
  const course: Course = { coach, last, files, progress, panels, keys, walkthroughs };
  const help = new HelpForChecks(store, progress, log, files);
  context.subscriptions.push(progress, keys, panels, help, registerChecksTree(store, help), registerCourseTree(course));
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
    registerOpenStep(course),
    registerOpenPage(course),
    registerOpenFile(course),
    registerRunInTerminal(course),
    registerAnswerQuestion(course),
    registerShowHint(course),
    registerTroubleshoot(course),
    registerVerifyTask(course),
    registerAddWorkflow(course, context),
    registerCheckBeforePush(course),
    registerCheckEnvironment(course),
    registerPrepareOffline(course),
    registerCompareImages(course),
    registerExportReport(course),
    registerProgressFile(course),
    registerResetStep(course, context),
    registerCleanUp(course),
  );

  await folders.look();
  context.subscriptions.push(registerContextKeys(store));
}

/** VS Code closes: what runs and tasks still hold in the engine is removed first, and progress is written. */
export async function deactivate(): Promise<void> {
  await Promise.all([runner?.stop(), stopAllWork()]);
  await progress?.settled();
}
