import { commands, type Disposable, l10n, window } from "vscode";
import type { Course } from "../course/course";
import type { CourseWalkthrough } from "../course/course-walkthroughs";
import { coursePage } from "../course-panels/course-page";

/**
 * “Open the Course”: a step's walkthrough, at its first page that is not done or at one that is asked for. Where an editor has
 * no walkthroughs, the same page opens in a panel.
 */
export function registerOpenStep(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.openStep", async (step?: unknown, name?: unknown) => {
    const walkthrough = course.walkthroughs.find((one) => one.step === step) ?? (await pick(course));
    if (!walkthrough) return;
    const page = walkthrough.pages.find((one) => one.name === name);
    await course.keys.list(walkthrough.step);
    if (!(await openWalkthrough(walkthrough, page?.walkthroughStep))) {
      const shown = page ?? walkthrough.pages[0];
      if (shown) await course.panels.show(coursePage(course, shown.name));
    }
    course.keys.tellAgain();
  });
}

async function openWalkthrough({ category }: CourseWalkthrough, step: string | undefined): Promise<boolean> {
  const known = await commands.getCommands(true);
  if (!known.includes("workbench.action.openWalkthrough")) return false;
  await commands.executeCommand("workbench.action.openWalkthrough", step ? { category, step } : category, false);
  return true;
}

async function pick({ walkthroughs }: Course): Promise<CourseWalkthrough | undefined> {
  const items = walkthroughs.map((walkthrough) => ({ label: walkthrough.title, walkthrough }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which step?") });
  return picked?.walkthrough;
}
