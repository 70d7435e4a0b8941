import path from "node:path";
import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from "vscode";
import { COURSE, type CourseStep } from "../../core/course";
import { resetStepProgress } from "../../core/progress/reset-step";
import { resetStepFile } from "../../folder/reset-step";
import type { Course } from "../course/course";
import { courseTarget } from "./course-target";

/** “Begin a Step Anew”: puts the starter's file back, after a confirmation, and keeps the learner's own as a backup. */
export function registerResetStep(course: Course, context: ExtensionContext): Disposable {
  return commands.registerCommand("dockerizeCoach.resetStep", async (target?: unknown) => {
    const folder = await courseTarget(course, target);
    if (folder === undefined) return;
    const step = COURSE.steps.find(({ number }) => number === stepOf(target)) ?? (await pick());
    if (!step || !(await confirm(step))) return;
    const { file } = step;
    try {
      await closeUnsaved(folder, file);
      const backups = path.join(context.globalStorageUri.fsPath, "backups");
      const starter = context.asAbsolutePath("challenge/starter");
      const result =
        file === undefined ? undefined : await resetStepFile({ folder, file, starter, backups, now: Date.now() });
      await course.progress.change(folder, (progress) => resetStepProgress(progress, step.number));
      if (result) void tell(file ?? "", result.backup);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(
        l10n.t("The step could not be begun anew: {0} Your file has not been changed.", detail),
      );
    }
  });
}

function stepOf(target: unknown): number | undefined {
  if (typeof target === "number") return target;
  return typeof target === "object" && target !== null && "step" in target && typeof target.step === "number"
    ? target.step
    : undefined;
}

async function pick(): Promise<CourseStep | undefined> {
  const steps = COURSE.steps.filter(({ file }) => file !== undefined);
  const items = steps.map((step) => ({ label: `${step.number}. ${step.title}`, description: step.file ?? "", step }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Which step?") }))?.step;
}

async function confirm({ number, file }: CourseStep): Promise<boolean> {
  const begin = l10n.t("Begin Anew");
  const detail = file
    ? l10n.t("{0} becomes what the starter has. Yours is kept as a backup. Answers and hints stay.", file)
    : l10n.t("What its checks and tasks had reached is taken back. Files, answers and hints stay.");
  const chosen = await window.showWarningMessage(
    l10n.t("Begin step {0} anew?", number),
    { modal: true, detail },
    begin,
  );
  return chosen === begin;
}

/** Unsaved text would lie over the starter's; it is saved first, so that it is in the backup. */
async function closeUnsaved(folder: string, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const uri = Uri.file(path.join(folder, file)).toString();
  await workspace.textDocuments.find((document) => document.uri.toString() === uri && document.isDirty)?.save();
}

async function tell(file: string, backup: string | undefined): Promise<void> {
  if (backup === undefined) return;
  const open = l10n.t("Open the Backup");
  const chosen = await window.showInformationMessage(
    l10n.t("{0} is as the starter has it. Yours is kept in {1}.", file, backup),
    open,
  );
  if (chosen === open) await window.showTextDocument(Uri.file(backup));
}
