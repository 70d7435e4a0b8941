import { l10n } from "vscode";
import { type Card, fixFor, type System } from "../../core/content/card";
import { escapeHtml, markdownHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/**
 * A troubleshooting card: what happened, its cause, one fix, and a button where a button can help.
 * @param seen the line of output that led here, if one did
 */
export function cardPanel(card: Card, seen?: string): PanelContent {
  return {
    key: `card ${card.id}`,
    title: card.title,
    body: () =>
      [
        `<h1>${escapeHtml(card.title)}</h1>`,
        seen ? `<p>${escapeHtml(l10n.t("Seen in the output:"))}</p><pre><code>${escapeHtml(seen)}</code></pre>` : "",
        `<h2>${escapeHtml(l10n.t("Why it happens"))}</h2>${markdownHtml(card.cause)}`,
        `<h2>${escapeHtml(l10n.t("What to do"))}</h2>${markdownHtml(fixFor(card, thisSystem()))}`,
        card.button
          ? `<p><a class="button" href="${escapeHtml(commandLink(card.button))}">${escapeHtml(card.button.title)}</a></p>`
          : "",
        `<p class="quiet">${escapeHtml(l10n.t("This costs no points. Afterwards, run the checks again."))}</p>`,
      ].join("\n"),
  };
}

function commandLink({ command, arguments: args }: NonNullable<Card["button"]>): string {
  return `command:${command}${args ? `?${encodeURIComponent(JSON.stringify(args))}` : ""}`;
}

/** The system on which Docker's command line runs: the extension host's, which in WSL or over SSH is not the window's. */
function thisSystem(): System {
  return process.platform === "win32" ? "windows" : process.platform === "darwin" ? "mac" : "linux";
}
