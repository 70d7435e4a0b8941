import type { DocumentPath } from "../compose/document-path";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { insertLines } from "./lines";
import { yamlLines } from "./yaml-lines";

/** Puts an item behind the last one of a list that has a line for each. Undefined for other lists. */
export function insertYamlItem(
  { file, compose }: ComposeSubject,
  path: DocumentPath,
  text: string,
): TextEdit | undefined {
  const list = compose.entryAt(path);
  if (list?.kind !== "block-list" || list.isShared || list.innerColumn === undefined) return undefined;
  return insertLines(file, list.end.line + 1, yamlLines([`- ${text}`], list.innerColumn, compose.layout));
}
