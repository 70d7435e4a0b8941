import type { DocumentPath } from "../compose/document-path";
import { asMap } from "../compose/plain-value";
import { valueOf } from "../compose/value-of";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { deleteLines, linesOf } from "./lines";

/**
 * Takes an entry of a mapping or an item of a list out with its lines; where it is the only one there, what holds it goes
 * too. A comment behind it stays, on a line of its own. Undefined where the entry shares a line with something else, where
 * an alias stands for it, or where a comment inside would be lost.
 */
export function deleteYamlEntry(subject: ComposeSubject, path: DocumentPath): TextEdit | undefined {
  const { file, compose } = subject;
  const holder = path.slice(0, -1);
  const held = valueOf(compose.document, holder);
  const count = Array.isArray(held) ? held.length : Object.keys(asMap(held)).length;
  // What stands right below a service's name is the least that may go.
  if (count < 2 && holder.length > 0) return holder.length > 2 ? deleteYamlEntry(subject, holder) : undefined;
  const entry = compose.entryAt(path);
  if (!entry?.start || entry.isInFlow || entry.isShared || entry.holdsAnchor) return undefined;
  const lines = linesOf(file);
  const [first, last] = [entry.start.line, entry.end.line];
  const [before, behind] = [
    lines[first]?.slice(0, entry.start.character) ?? "",
    lines[last]?.slice(entry.end.character) ?? "",
  ];
  const inside = lines.slice(first, last).some((text) => /(?:^|\s)#/.test(text));
  if (before.trim() !== "" || inside) return undefined;
  const [comment] = /#.*$/.exec(behind) ?? [];
  if (comment !== undefined) {
    const end = { line: last, character: (lines[last] ?? "").length - comment.length };
    return { range: { start: entry.start, end }, newText: "" };
  }
  if (behind.trim() !== "") return undefined;
  const isBlank = (line: number): boolean => (lines[line] ?? "").trim() === "";
  const closesGap = last + 1 < lines.length - 1 && isBlank(last + 1) && (first === 0 || isBlank(first - 1));
  return deleteLines(file, first, closesGap ? last + 1 : last);
}
