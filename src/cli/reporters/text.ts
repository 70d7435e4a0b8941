import { COURSE } from "../../core/course";
import type { Report } from "../../core/report";
import { toAscii } from "../plain";
import type { Terminal } from "../terminal";
import { wrap } from "../wrap";
import { checkLines } from "./check-lines";
import { closingLine } from "./closing-line";
import { overallBar, percentage } from "./overall-bar";
import { sameCause } from "./same-cause";

/** The report as a person reads it: each check, the overall bar, and a closing line. */
export function textReport(report: Report, to: Terminal): string {
  const lines = ["", `  ${to.paint("bold", COURSE.title)}`, ""];
  for (const check of report.checks) lines.push(...checkLines(check, to, sameCause(check, report.checks)));
  lines.push("", "  Overall progress", `  ${overallLine(report, to)}`, "", ...closing(report, to), "");
  const text = `${lines.join("\n")}\n`;
  return to.unicode ? text : toAscii(text);
}

function overallLine({ score, checks }: Report, to: Terminal): string {
  const passed = checks.filter((check) => check.status === "passed").length;
  const bar = to.paint(score.earned === score.max ? "good" : "warn", overallBar(score, to.unicode));
  const open = score.open > 0 ? `, ${score.open} open` : "";
  const counts = `${score.earned} of ${score.max} points${open}, ${passed} of ${checks.length} checks passed`;
  return `${bar} ${to.paint("bold", `${percentage(score)}%`)} (${counts})`;
}

function closing(report: Report, to: Terminal): string[] {
  const { tone, text } = closingLine(report);
  return wrap(text, to.width() - 2).map((line) => `  ${to.paint(tone, line)}`);
}
