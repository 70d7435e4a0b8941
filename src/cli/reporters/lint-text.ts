import { SEVERITIES, type Severity } from "../../core/lint/finding";
import type { LintedFile, LintFinding, LintReport } from "../lint-report";
import type { Tone } from "../paint";
import { plain, toAscii } from "../plain";
import type { Terminal } from "../terminal";
import { wrap } from "../wrap";

const TONES: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", information: "bold", hint: "dim" };
const INDENT = " ".repeat(4);

/** The findings as a person reads them: by file, each with its place, what was found, why it matters and what to do. */
export function lintText(report: LintReport, to: Terminal): string {
  const files = report.files.filter(({ findings }) => findings.length > 0);
  const lines = [...files.flatMap((file) => [...fileLines(file, to), ""]), closing(report, to)];
  const text = `${lines.join("\n")}\n`;
  return to.unicode ? text : toAscii(text);
}

function fileLines(file: LintedFile, to: Terminal): string[] {
  return [to.paint("bold", plain(file.path)), ...file.findings.flatMap((finding) => findingLines(finding, file, to))];
}

function findingLines(
  { rule, severity, message, range, fix }: LintFinding,
  { path }: LintedFile,
  to: Terminal,
): string[] {
  const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
  const width = to.width() - INDENT.length;
  return [
    `  ${to.paint(TONES[severity], severity)}  ${rule}  ${to.paint("dim", plain(place))}`,
    ...wrap(plain(message), width).map((line) => INDENT + line),
    ...(fix ? wrap(plain(`Fix: ${fix.title}`), width).map((line) => INDENT + to.paint("good", line)) : []),
  ];
}

function closing({ files }: LintReport, to: Terminal): string {
  const counted = count(files.length, "file");
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  if (severities.length === 0) return `${counted}, nothing found.`;
  const parts = SEVERITIES.toReversed().flatMap((severity) => {
    const number = severities.filter((other) => other === severity).length;
    return number === 0
      ? []
      : [to.paint(TONES[severity], severity === "information" ? `${number} information` : count(number, severity))];
  });
  return `${counted}: ${parts.join(", ")}. More on a finding: dockerize-coach explain <rule>`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
