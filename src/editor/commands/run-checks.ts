import { commands, type Disposable } from "vscode";
import type { Coach } from "../coach";
import { pickFolder } from "../current-folder";
import { gradeOnRequest } from "./grade-on-request";
import { targetFolder } from "./target";

/** “Run Challenge Checks”: all ten, in the folder given, or the one the learner is in. Resolves to the Report. */
export function registerRunChecks(coach: Coach): Disposable {
  return commands.registerCommand("dockerizeCoach.runChecks", async (target?: unknown) => {
    const folder = targetFolder(target) ?? (await pickFolder(coach.store));
    return folder === undefined ? undefined : gradeOnRequest(coach, folder);
  });
}
