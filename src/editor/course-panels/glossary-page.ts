import { l10n } from "vscode";
import { GLOSSARY } from "../../core/hover/glossary";
import { escapeHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/** The glossary in one page, from the same data as the hovers. */
export function glossaryPage(): PanelContent {
  return {
    key: "page reference/glossary",
    title: l10n.t("Glossary"),
    body: () => {
      const terms = [...GLOSSARY].sort((one, other) =>
        one.term.localeCompare(other.term, "en", { sensitivity: "base" }),
      );
      const rows = terms.map(
        ({ term, definition }) =>
          `<dt id="${escapeHtml(term)}"><strong>${escapeHtml(term)}</strong></dt><dd>${escapeHtml(definition)}</dd>`,
      );
      return `<h1>${escapeHtml(l10n.t("Glossary"))}</h1><dl>${rows.join("\n")}</dl>`;
    },
  };
}
