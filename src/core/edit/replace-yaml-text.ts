import type { DocumentPath } from "../compose/document-path";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { replace } from "./lines";

/**
 * Writes another text in place of a plain or quoted one, between the quotes that stand there. Undefined where it comes by an
 * alias, stands for other places too, or goes over several lines.
 */
export function replaceYamlText(
  { compose }: ComposeSubject,
  path: DocumentPath,
  change: (text: string) => string,
): TextEdit | undefined {
  const entry = compose.entryAt(path);
  if (!entry?.valueRange || entry.source === undefined || entry.isShared) return undefined;
  if (entry.kind !== "plain" && entry.kind !== "quoted") return undefined;
  const { valueRange, source } = entry;
  // A value in front of which an anchor or a tag stands begins with it; escapes and folded lines would need more care.
  if (/^[&!*]|[\r\n]/.test(source) || (source.startsWith('"') && source.includes("\\"))) return undefined;
  const quote = entry.kind === "quoted" ? source.slice(0, 1) : "";
  const text = quote === "" ? source : source.slice(1, -1);
  const newText = change(text);
  return newText === text ? undefined : replace(valueRange, quote + newText + quote);
}
