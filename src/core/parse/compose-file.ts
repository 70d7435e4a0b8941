import type { DocumentPath } from "../compose/document-path";
import type { Position, TextRange } from "../text";
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
  /** How what stands at a path is written; undefined where it does not stand in the text itself, but comes by an alias. */
  entryAt(path: DocumentPath): ComposeEntry | undefined;
  /** how the file is written, for what is put into it */
  readonly layout: ComposeLayout;
}

export type EntryKind =
  "plain" | "quoted" | "block-text" | "block-map" | "block-list" | "flow-map" | "flow-list" | "alias" | "nothing";

/** An entry of a mapping, or an item of a list, as it stands in the text. */
export interface ComposeEntry {
  readonly kind: EntryKind;
  /** of a mapping's entry: the key's token */
  readonly keyRange?: TextRange;
  /** the value from its first to its last character, quotes included; undefined where there is none */
  readonly valueRange?: TextRange;
  /** the value as written */
  readonly source?: string;
  /** where the key, or the dash of a list's item, stands */
  readonly start?: Position;
  /** behind the last character of the entry that is neither white space nor a comment */
  readonly end: Position;
  /** the column in which the keys or dashes inside begin; undefined for what is written with brackets */
  readonly innerColumn?: number;
  /** it stands between brackets */
  readonly isInFlow: boolean;
  /** an alias elsewhere stands for it, or for something around it: a change would reach further than it looks */
  readonly isShared: boolean;
  /** an alias elsewhere stands for it, or for something in it: it must not go */
  readonly holdsAnchor: boolean;
}

export interface ComposeLayout {
  /** columns from one level to the next */
  readonly step: number;
  /** columns from a key to the dashes below it */
  readonly listStep: number;
  readonly quote: '"' | "'";
}
