import type { CheckId } from "../../../core/checks/check-id";
import { courseCheck } from "../../../core/course";
import { escapeHtml } from "../../../core/escape-html";
import type { ClassSubmission } from "../../class-report";
import { submissionNote } from "../submission-note";
import { visibleText } from "../visible-text";
import { statusCell } from "./status-cell";

/** Submissions by checks; a press on a head sorts by that column. */
export function submissionsTable(submissions: readonly ClassSubmission[], checks: readonly CheckId[]): string {
  const heads = ["Name", "Points", "Open", ...checks.map((id) => courseCheck(id).title), "Same files as", "Note"];
  return `<h2>Submissions</h2>
<div class="scroll"><table id="submissions">
<caption>Press a column’s head to sort by it. Same files are no proof of copying: the course shows a whole solution, and two untouched starters are alike.</caption>
<thead><tr>${heads.map((head) => `<th scope="col"><button type="button">${escapeHtml(head)}</button></th>`).join("")}</tr></thead>
<tbody>
${submissions.map((submission, index) => row(submission, index, checks)).join("\n")}
</tbody></table></div>`;
}

function row(submission: ClassSubmission, index: number, checks: readonly CheckId[]): string {
  const { name, report, sameAs } = submission;
  const shown = escapeHtml(visibleText(name));
  const results = checks.map((id) => {
    const check = report.checks.find((candidate) => candidate.id === id);
    return check ? statusCell(check) : `<td data-sort="-2"></td>`;
  });
  return [
    `<tr><th scope="row" data-sort="${shown}"><a href="#submission-${index + 1}">${shown}</a></th>`,
    numberCell(report.score.earned),
    numberCell(report.score.open),
    ...results,
    textCell(sameAs ? `${sameAs.name}${sameAs.how === "alike" ? ", but for white space" : ""}` : ""),
    textCell(submissionNote(submission)),
    "</tr>",
  ].join("");
}

function numberCell(number: number): string {
  return `<td class="number" data-sort="${number}">${number}</td>`;
}

function textCell(text: string): string {
  const shown = escapeHtml(visibleText(text));
  return `<td data-sort="${shown}">${shown}</td>`;
}
