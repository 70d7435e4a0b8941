import { commands, type Disposable, l10n, window } from "vscode";
import type { Course } from "../course/course";
import { coursePage } from "../course-panels/course-page";
import { glossaryPage } from "../course-panels/glossary-page";
import { troubleshootingPage } from "../course-panels/troubleshooting-page";
import { targetPage } from "./target";

/** “Open a Page of the Course” in a panel: by its name, on its node of the Course tree, or as the learner picks it. */
export function registerOpenPage(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.openPage", async (target?: unknown) => {
    const name = targetPage(target) ?? (await pick(course));
    if (name !== undefined) await course.panels.show(contentOf(course, name));
  });
}

function contentOf(course: Course, name: string) {
  if (name === "reference/glossary") return glossaryPage();
  if (name === "reference/troubleshooting") return troubleshootingPage(course);
  return coursePage(course, name);
}

async function pick({ walkthroughs }: Course): Promise<string | undefined> {
  const items = walkthroughs.flatMap(({ title, pages }) =>
    pages.map((page) => ({ label: page.title, description: title, page })),
  );
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which page?"), matchOnDescription: true });
  return picked?.page.name;
}
