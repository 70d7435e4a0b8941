import { commands, l10n, window } from "vscode";
import type { Course } from "../course/course";
import { targetFolder } from "./target";

/**
 * The challenge folder that a course's command works in: of the tree's node, or the one that the learner is in or was in last. Where there is
 * none, they are told and may start the challenge; then undefined.
 */
export async function courseTarget({ last }: Course, target?: unknown): Promise<string | undefined> {
  const folder = targetFolder(target) ?? last.path;
  if (folder !== undefined) return folder;
  const start = l10n.t("Start the Challenge");
  const chosen = await window.showInformationMessage(
    l10n.t(
      "This belongs to a challenge folder, and none is open. Start the challenge, or open the folder where you have begun it.",
    ),
    start,
  );
  if (chosen === start) await commands.executeCommand("dockerizeCoach.startChallenge");
  return undefined;
}
