/**
 * A report for machines: one object, described by a JSON Schema under schema/. What a terminal or the log of a workflow
 * would act on stands as an escape, which every reader of JSON turns back.
 */
export function jsonReport(report: object): string {
  const json = JSON.stringify(report, null, 2).replace(UNSAFE, escaped);
  return `${json}\n`;
}

/** Beyond what JSON escapes by itself: DEL, C1, marks of direction, and GitHub's `##[command]`, heard anywhere in a line. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|#(?=#\[)/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
