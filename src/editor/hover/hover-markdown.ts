import type { Hover } from "../../core/hover/hover-at";

/** A hover as Markdown: what it does, an example, and what trips people up. */
export function hoverMarkdown({ title, text }: Hover, language: "dockerfile" | "yaml"): string {
  const { what, example, pitfall, link } = text;
  return [
    `**${title}**`,
    what,
    `\`\`\`${language}\n${example}\n\`\`\``,
    `**Mind:** ${pitfall}`,
    `[Docker's documentation](${link})`,
  ].join("\n\n");
}
