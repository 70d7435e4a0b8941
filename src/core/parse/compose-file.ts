import type { DocumentPath } from "../compose/document-path";
import type { TextRange } from "../text";
import type { ParseProblem } from "./dockerfile-model";

/** A Compose file as data. */
export interface ComposeFileModel {
  /** relative path of the file */
  readonly path: string;
  /** what keeps it from being read as YAML with a mapping at its top; empty means that it can be */
  readonly problems: readonly ParseProblem[];
  /** the plain value that the YAML stands for, anchors and merge keys resolved; undefined where it cannot be read */
  readonly document: unknown;
  /** The place of a value: its key and all that belongs to it for a mapping's entry; undefined where there is no such path. */
  rangeOf(path: DocumentPath): TextRange | undefined;
}
