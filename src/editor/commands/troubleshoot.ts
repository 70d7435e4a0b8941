import { commands, type Disposable, l10n, window } from "vscode";
import type { Course } from "../course/course";
import { cardPanel } from "../course-panels/card-panel";

/** “Troubleshoot”: a card by its id, with the line of output that led to it, or one that the learner picks. */
export function registerTroubleshoot(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.troubleshoot", async (id?: unknown, seen?: unknown) => {
    const cards = await course.files.cards();
    const items = cards.map((card) => ({ label: card.title, card }));
    const card =
      typeof id === "string"
        ? cards.find((one) => one.id === id)
        : (await window.showQuickPick(items, { placeHolder: l10n.t("What has happened?") }))?.card;
    if (card) await course.panels.show(cardPanel(card, typeof seen === "string" ? seen : undefined));
  });
}
