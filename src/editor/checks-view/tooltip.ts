import { MarkdownString } from "vscode";

export interface Explanation {
  readonly observed?: string | undefined;
  readonly why?: string | undefined;
  readonly next?: string | undefined;
}

/**
 * Observed, why and next as a tooltip. All of it is appended as text, never as markup: some of it was printed by the
 * learner's containers.
 */
export function tooltip(title: string, said: Explanation, note?: string): MarkdownString {
  const markdown = new MarkdownString().appendMarkdown("**").appendText(title).appendMarkdown("**");
  section(markdown, "What was found", said.observed);
  section(markdown, "Why it matters", said.why);
  section(markdown, "What to do next", said.next);
  if (note) markdown.appendMarkdown("\n\n---\n\n").appendText(note);
  return markdown;
}

function section(markdown: MarkdownString, heading: string, text: string | undefined): void {
  if (text) markdown.appendMarkdown(`\n\n*${heading}:* `).appendText(text);
}
