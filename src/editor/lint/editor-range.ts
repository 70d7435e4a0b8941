import { Range } from "vscode";
import type { TextRange } from "../../core/text";

/** A range of the core as the editor's. Both count from 0, in UTF-16 units. */
export function editorRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
