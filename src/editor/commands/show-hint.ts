import { commands, type Disposable, l10n, window } from "vscode";
import { COURSE } from "../../core/course";
import type { Course } from "../course/course";
import { hintPanel } from "../course-panels/hint-panel";
import { courseTarget } from "./course-target";
import { targetCheck } from "./target";

/** “Show a Hint”: for a check or task by its id, on a node of a tree, or one that the learner picks. */
export function registerShowHint(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.showHint", async (target?: unknown) => {
    const folder = await courseTarget(course, target);
    if (folder === undefined) return;
    const id = typeof target === "string" ? target : (targetCheck(target) ?? (await pick()));
    const ladder = id === undefined ? undefined : await course.files.hints(id);
    if (id !== undefined && ladder) await course.panels.show(hintPanel(course, folder, id, ladder));
  });
}

async function pick(): Promise<string | undefined> {
  const items = [...COURSE.checks, ...COURSE.tasks].map(({ id, title }) => ({ label: title, id }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("A hint for what?") });
  return picked?.id;
}
