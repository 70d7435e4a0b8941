import { l10n, window } from "vscode";
import { type HintLadder, RUNGS } from "../../core/content/hint-ladder";
import { openNextHint, openRungs } from "../../core/progress/open-hint";
import type { Course } from "../course/course";
import { escapeHtml, markdownHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/**
 * The ladder of hints of a check or task: those that were opened stay, the next one opens by a button, and the full solution
 * only after a confirmation. None of it costs points.
 */
export function hintPanel(course: Course, folder: string, id: string, ladder: HintLadder): PanelContent {
  return {
    key: `hint ${id} ${folder}`,
    title: l10n.t("Hints: {0}", ladder.title),
    onDidChange: course.progress.onDidChange,
    body: async () => {
      const progress = await course.progress.read(folder);
      const open = progress ? openRungs(progress, id) : 0;
      const rungs = ladder.rungs.slice(0, open).map(({ name, text }, index) => {
        const heading =
          index < HINTS ? l10n.t("Hint {0} of {1}: {2}", index + 1, HINTS, rungName(name)) : rungName(name);
        return `<section class="card"><h2${index === open - 1 ? ' data-after="next solution"' : ""}>${escapeHtml(heading)}</h2>${markdownHtml(text)}</section>`;
      });
      return [
        `<h1>${escapeHtml(ladder.title)}</h1>`,
        `<p class="quiet">${escapeHtml(l10n.t("Hints cost no points. Take one, try it out, and come back if you need more."))}</p>`,
        ...rungs,
        nextForm(open),
      ].join("\n");
    },
    onSubmit: async (action) => {
      if (action === "solution" && !(await confirmSolution())) return;
      if (action === "next" || action === "solution") {
        await course.progress.change(folder, (progress) => openNextHint(progress, id));
      }
    },
  };
}

const HINTS = RUNGS.length - 1;

function nextForm(open: number): string {
  if (open >= RUNGS.length)
    return `<p>${escapeHtml(l10n.t("That was all of it. Close your eyes and say why each line is there: that is what makes it yours."))}</p>`;
  const [value, label] =
    open < HINTS
      ? ["next", open === 0 ? l10n.t("Show the First Hint") : l10n.t("Show the Next Hint")]
      : ["solution", l10n.t("Show the Full Solution")];
  return `<form><div class="buttons"><button name="action" value="${value}">${escapeHtml(label)}</button></div></form>`;
}

async function confirmSolution(): Promise<boolean> {
  const show = l10n.t("Show the Solution");
  const chosen = await window.showInformationMessage(
    l10n.t("Show the full solution?"),
    {
      modal: true,
      detail: l10n.t(
        "You lose no points by it. You learn more if you try with the hints once more, and can say in your own words what is still missing.",
      ),
    },
    show,
  );
  return chosen === show;
}

function rungName(name: HintLadder["rungs"][number]["name"]): string {
  switch (name) {
    case "Idea":
      return l10n.t("Idea");
    case "Where to look":
      return l10n.t("Where to look");
    case "Skeleton":
      return l10n.t("Skeleton");
    case "Lines":
      return l10n.t("The lines");
    case "Solution":
      return l10n.t("The full solution");
  }
}
