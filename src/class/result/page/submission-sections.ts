import { escapeHtml } from "../../../core/escape-html";
import type { CheckResult } from "../../../core/report";
import type { ClassSubmission } from "../../class-report";
import { visibleText } from "../visible-text";
import { STATUS_WORDS } from "./status-cell";

/** What was seen in each submission that has not passed everything, to open one by one. */
export function submissionSections(submissions: readonly ClassSubmission[]): string {
  const sections = submissions.map(section).join("\n");
  return `<h2>What was seen</h2>\n${sections}`;
}

function section({ name, folder, report }: ClassSubmission, index: number): string {
  const { earned, open, max } = report.score;
  const points = `${earned} of ${max} points${open > 0 ? `, ${open} open` : ""}`;
  const missed = report.checks.filter(({ status }) => status !== "passed");
  const list = missed.length > 0 ? `<ul>${missed.map(item).join("\n")}</ul>` : "<p>Every check passed.</p>";
  const summary = `${visibleText(name)}: ${points}`;
  return `<details id="submission-${index + 1}"><summary>${escapeHtml(summary)}</summary><p>Folder: ${escapeHtml(visibleText(folder))}</p>${list}</details>`;
}

function item({ title, status, earned, points, observed, next, location }: CheckResult): string {
  const line = location ? ` (${visibleText(location.file)}, line ${location.range.start.line + 1})` : "";
  const head = `${title}: ${STATUS_WORDS[status]}, ${earned} of ${points}${line}`;
  const texts = [observed, next].filter((text) => text !== undefined).map(paragraph);
  return `<li><strong class="${status}">${escapeHtml(head)}</strong>${texts.join("")}</li>`;
}

/** Output of a program keeps its lines. */
function paragraph(text: string): string {
  const lines = text.split(/\r?\n/).map(visibleText).join("\n");
  return `<div class="text">${escapeHtml(lines)}</div>`;
}
