import { l10n } from "vscode";
import type { Course } from "../course/course";
import { escapeHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/** Every troubleshooting card by its title, for whoever looks for theirs. */
export function troubleshootingPage(course: Course): PanelContent {
  return {
    key: "page reference/troubleshooting",
    title: l10n.t("Troubleshooting"),
    body: async () => {
      const cards = (await course.files.cards()).map(({ id, title }) => {
        const link = `command:dockerizeCoach.troubleshoot?${encodeURIComponent(JSON.stringify([id]))}`;
        return `<li><a href="${escapeHtml(link)}">${escapeHtml(title)}</a></li>`;
      });
      return `<h1>${escapeHtml(l10n.t("Troubleshooting"))}</h1>
<p>${escapeHtml(l10n.t("When a run meets one of these, its card stands below the check in the Checks view."))}</p><ul>${cards.join("\n")}</ul>`;
    },
  };
}
