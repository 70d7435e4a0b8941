import type { LintedFile, LintReport } from "../lint-report";
import { plain, toAscii } from "../plain";
import type { Terminal } from "../terminal";

/** The linted files as a person reads them: what each one is, and what is known of it. */
export function lintText(report: LintReport, to: Terminal): string {
  const lines = report.files.flatMap((file) => ["", ...fileLines(file, to)]);
  const files = report.files.length === 1 ? "1 file" : `${report.files.length} files`;
  const text = `${[...lines, "", `${files}, nothing found.`].join("\n").trimStart()}\n`;
  return to.unicode ? text : toAscii(text);
}

function fileLines(file: LintedFile, to: Terminal): string[] {
  const facts = Object.entries<string | number | boolean | null>({ ...file.facts }).map(
    ([name, value]) => `  ${name}: ${plain(shown(value))}`,
  );
  return [`${to.paint("bold", plain(file.path))} (${file.kind})`, ...facts];
}

function shown(value: string | number | boolean | null): string {
  if (value === null) return "unknown or none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
