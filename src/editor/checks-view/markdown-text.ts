/**
 * Text as Markdown that shows it as it is: no markup, no links, no HTML, line ends kept. VS Code's own `appendText` would
 * glue all words together, so that long lines do not wrap.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|~>:"'$=]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\r?\n/g, "  \n");
}
