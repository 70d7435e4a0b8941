import type { Location, TextRange } from "../text";

/** How much a finding matters, as editors know it. */
export type Severity = "error" | "warning" | "information" | "hint";

/** One replacement of a stretch of text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
  /** another file than the one that the finding is in, relative to the project's root; it is made where it is missing */
  readonly file?: string;
}

/** A mend as data. Its edits do not overlap; ranges are those of the text that was linted. */
export interface Fix {
  /** what it does, as an order: `Create appuser and switch to it` */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** the one of a finding's fixes that needs no decision: Fix all takes it */
  readonly preferred?: true;
}

/** A second place that a finding is about. */
export interface RelatedPlace {
  readonly location: Location;
  readonly message: string;
}

/** What a rule's check reports. */
export interface Found<Message extends string = string> {
  readonly message: Message;
  /** put in for `{name}` in the message */
  readonly values?: Readonly<Record<string, string | number>>;
  /** the token that it is about, not the line; a missing instruction sits on the final FROM's image */
  readonly range: TextRange;
  /** where it is not the rule's own */
  readonly severity?: Severity;
  /** in the order in which to offer them */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  /** what stands there has no effect: editors fade it */
  readonly unnecessary?: true;
}

/** One finding as the views get it: complete, in plain data. */
export interface Finding {
  /** the rule's id */
  readonly rule: string;
  /** which of the rule's messages it is */
  readonly messageId: string;
  /** plain words: what was found, why it matters, what to do */
  readonly message: string;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
  readonly unnecessary: boolean;
}

/** Least first. */
export const SEVERITIES: readonly Severity[] = ["hint", "information", "warning", "error"];

/** Whether a severity is as high as another one, or higher. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
