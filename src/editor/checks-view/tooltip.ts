import { MarkdownString, l10n } from "vscode";
import { markdownText } from "./markdown-text";

export interface Explanation {
  readonly observed?: string | undefined;
  readonly why?: string | undefined;
  readonly next?: string | undefined;
}

/**
 * Observed, why and next as a tooltip. All of it is shown as text, never as markup: some of it was printed by the
 * learner's containers.
 */
export function tooltip(title: string, said: Explanation, note?: string): MarkdownString {
  const sections = [
    `**${markdownText(title)}**`,
    section(l10n.t("What was found"), said.observed),
    section(l10n.t("Why it matters"), said.why),
    section(l10n.t("What to do next"), said.next),
    note && `---\n\n${markdownText(note)}`,
  ];
  return new MarkdownString(sections.filter(Boolean).join("\n\n"));
}

function section(heading: string, text: string | undefined): string | undefined {
  return text ? `*${heading}:* ${markdownText(text)}` : undefined;
}
