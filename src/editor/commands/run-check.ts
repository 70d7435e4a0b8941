import { commands, type Disposable, window, l10n } from "vscode";
import type { CheckId } from "../../core/checks/check-id";
import { checkDescription } from "../checks-view/words";
import type { Coach } from "../coach";
import { pickFolder } from "../current-folder";
import { shownChecks } from "../store/shown-checks";
import { gradeOnRequest } from "./grade-on-request";
import { targetCheck, targetFolder } from "./target";

/** “Run One Check”: the tree's, or one that the learner picks. Resolves to the Report of that check. */
export function registerRunCheck(coach: Coach): Disposable {
  return commands.registerCommand("dockerizeCoach.runCheck", async (target?: unknown) => {
    const folder = targetFolder(target) ?? (await pickFolder(coach.store));
    if (folder === undefined) return undefined;
    const id = targetCheck(target) ?? (await pickCheck(coach, folder));
    return id === undefined ? undefined : gradeOnRequest(coach, folder, [id]);
  });
}

async function pickCheck({ store }: Coach, folder: string): Promise<CheckId | undefined> {
  const state = store.get(folder);
  if (!state) return undefined;
  const items = shownChecks(state).map((check) => {
    return { label: check.course.title, description: checkDescription(check), id: check.course.id };
  });
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which check?"), matchOnDescription: true });
  return picked?.id;
}
