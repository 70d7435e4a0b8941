import type { DocumentPath } from "../compose/document-path";
import type { Fix } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { insertLines, replace } from "./lines";
import { replaceYamlText } from "./replace-yaml-text";
import { quoted } from "./yaml-lines";

/** The fix that puts CMD, or CMD-SHELL where a single item is a whole command line, in front of a health check's list. */
export function nameTestForm(subject: ComposeSubject, path: DocumentPath, words: readonly unknown[]): Fix | undefined {
  const { compose, file } = subject;
  const [list, first] = [compose.entryAt(path), compose.entryAt([...path, 0])];
  const [word] = words;
  if (typeof word !== "string" || !list || !first?.valueRange || list.isShared) return undefined;
  const isMisspelt = /^(?:cmd|cmd-shell|none)$/i.test(word);
  const form = isMisspelt ? word.toUpperCase() : words.length === 1 && /\s/.test(word) ? "CMD-SHELL" : "CMD";
  const at = { start: first.valueRange.start, end: first.valueRange.start };
  const edit = isMisspelt
    ? replaceYamlText(subject, [...path, 0], () => form)
    : list.kind === "flow-list"
      ? replace(at, `${quoted(form, compose.layout)}, `)
      : list.kind === "block-list" && list.innerColumn !== undefined && first.start
        ? insertLines(file, first.start.line, [`${" ".repeat(list.innerColumn)}- ${form}`])
        : undefined;
  return edit && { title: `Begin the list with ${form}`, edits: [edit], preferred: true };
}
