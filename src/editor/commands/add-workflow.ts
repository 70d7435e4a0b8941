import { commands, type Disposable, type ExtensionContext, l10n, window } from "vscode";
import { addWorkflow } from "../../folder/add-workflow";
import { type GraderUpdate, updateGrader } from "../../folder/update-grader";
import type { Course } from "../course/course";
import { courseTarget } from "./course-target";

/**
 * “Add the GitHub Workflow”: lays down the workflow and its grader in a challenge folder that lacks them, and brings an older grader
 * up to date. Nothing else is touched. Says what it did, and offers to look on; resolves to that, or undefined where nothing could be.
 */
export function registerAddWorkflow(course: Course, { extensionPath }: ExtensionContext): Disposable {
  return commands.registerCommand("dockerizeCoach.addWorkflow", async (target?: unknown) => {
    const folder = await courseTarget(course, target);
    if (folder === undefined) return undefined;
    try {
      const { written } = await addWorkflow(folder, extensionPath);
      const grader = await updateGrader(folder, extensionPath);
      void tell(written, grader);
      return { written, grader };
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  });
}

async function tell(written: readonly string[], grader: GraderUpdate): Promise<void> {
  const check = l10n.t("Check Before You Push");
  const chosen = await window.showInformationMessage(words(written, grader), check);
  if (chosen === check) await commands.executeCommand("dockerizeCoach.checkBeforePush");
}

function words(written: readonly string[], grader: GraderUpdate): string {
  if (written.length > 0) return l10n.t("Added: {0}. Commit and push them with your work.", written.join(", "));
  if (grader === "updated") return l10n.t("The grader was an older one, and is up to date now. Commit and push it.");
  return l10n.t("The workflow and its grader are there already. They stay as they are.");
}
