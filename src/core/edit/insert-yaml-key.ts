import type { DocumentPath } from "../compose/document-path";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { insertLines } from "./lines";
import { yamlLines } from "./yaml-lines";

/**
 * Puts a new key with all that belongs to it behind the last entry of a mapping, or behind one of its keys. Undefined where
 * the mapping is written with brackets, comes by an alias, or stands for more than this place.
 * @param lines the key first, at no indentation, and two spaces a level below it
 */
export function insertYamlKey(
  { file, compose }: ComposeSubject,
  path: DocumentPath,
  lines: readonly string[],
  behind?: string,
): TextEdit | undefined {
  const map = compose.entryAt(path);
  if (!map || map.isShared || map.isInFlow) return undefined;
  const column =
    map.kind === "nothing" && map.start
      ? map.start.character + compose.layout.step
      : map.kind === "block-map"
        ? map.innerColumn
        : undefined;
  if (column === undefined) return undefined;
  const before = behind === undefined ? undefined : compose.entryAt([...path, behind]);
  const line = (before ?? map).end.line + 1;
  return insertLines(file, line, yamlLines(lines, column, compose.layout));
}
