import { join } from "node:path";
import type { ClassReport } from "../../class/class-report";
import { commonFailures } from "../../class/result/common-failures";
import { isUndecided } from "../../class/result/mark-alike";
import { OUTPUTS } from "../../class/result/write-outputs";
import { plain, toAscii } from "../plain";
import type { Terminal } from "../terminal";

/** A class in a few lines: what most submissions miss, what could not be decided, and where to read more. */
export function classText(report: ClassReport, output: string, to: Terminal): string {
  const { submissions } = report;
  const undecided = submissions.filter(isUndecided).length;
  const same = submissions.filter(({ sameAs }) => sameAs).length;
  const full = submissions.filter(({ report: { score } }) => score.earned === score.max).length;
  const missed = commonFailures(submissions).filter(({ missedBy }) => missedBy.length > 0);
  const width = Math.max(0, ...missed.map(({ title }) => title.length));
  const lines = [
    "",
    `  ${to.paint("bold", `${submissions.length} submissions, ${full} with all points`)}`,
    ...(missed.length > 0 ? ["", "  Missed most often"] : []),
    ...missed.map(({ title, missedBy }) => `    ${title.padEnd(width)}  ${missedBy.length}`),
    "",
    ...(same > 0 ? [`  Same files as another one: ${same}; the table says whose.`] : []),
    ...(undecided > 0
      ? [`  In ${undecided}, something could not be decided. Run the same command again: those are graded anew.`]
      : []),
    `  To look at: ${join(output, OUTPUTS.page)}`,
    `  For a spreadsheet: ${join(output, OUTPUTS.csv)}`,
    "",
  ];
  const text = `${lines.map(plainButColours).join("\n")}\n`;
  return to.unicode ? text : toAscii(text);
}

/** Titles are the course's own; only the path is somebody's choice. */
function plainButColours(line: string): string {
  return line.includes("\u001b") ? line : plain(line);
}
