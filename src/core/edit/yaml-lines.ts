import type { ComposeLayout } from "../parse/compose-file";

/**
 * Lines of YAML as a file writes them: given with two spaces a level and lists one level further in than their keys, they
 * come back with the file's own steps, from a column on, and with its quotes in place of `"`.
 */
export function yamlLines(lines: readonly string[], column: number, layout: ComposeLayout): readonly string[] {
  return lines.map((line) => {
    const text = line.trimStart();
    const level = (line.length - text.length) / 2;
    const isItem = text.startsWith("- ") && level > 0;
    const indent = isItem ? (level - 1) * layout.step + layout.listStep : level * layout.step;
    return text === "" ? "" : " ".repeat(column + indent) + withQuotes(text, layout);
  });
}

/** A text between the quotes that the file uses. */
export function quoted(text: string, { quote }: ComposeLayout): string {
  return `${quote}${text}${quote}`;
}

function withQuotes(text: string, { quote }: ComposeLayout): string {
  return quote === '"' || text.includes("'") ? text : text.replaceAll('"', quote);
}
