import { createHash } from "node:crypto";
import { COURSE } from "../../core/course";
import { escapeHtml } from "../../core/escape-html";
import type { ClassReport } from "../class-report";
import { commonFailures } from "./common-failures";
import { failuresSection } from "./page/failures-section";
import { PAGE_SCRIPT } from "./page/page-script";
import { PAGE_STYLE } from "./page/page-style";
import { submissionSections } from "./page/submission-sections";
import { submissionsTable } from "./page/submissions-table";
import { isUndecided } from "./mark-alike";

/**
 * A class as one HTML file that needs nothing else: its content policy allows its own style and script by their hash, and
 * no address at all. Whatever a submission has chosen (names, output) is text in it.
 */
export function classPage(report: ClassReport): string {
  const tallies = commonFailures(report.submissions);
  const title = `${COURSE.title}: ${shownPart(report)}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash(PAGE_STYLE)}'; script-src '${hash(PAGE_SCRIPT)}'">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summary(report))}</p>
${failuresSection(tallies, report.submissions.length)}
${submissionsTable(
  report.submissions,
  tallies.map(({ id }) => id),
)}
${submissionSections(report.submissions)}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function shownPart({ shard: { index, count } }: ClassReport): string {
  return count === 1 ? "the class" : `part ${index} of ${count} of the class`;
}

function summary({ submissions, grader, trust }: ClassReport): string {
  const scores = submissions.map(({ report }) => report.score.earned).sort((a, b) => a - b);
  const full = submissions.filter(({ report }) => report.score.earned === report.score.max).length;
  const undecided = submissions.filter(isUndecided).length;
  const sentences = [
    `${submissions.length} submissions, graded by Dockerize Coach ${grader} as ${trust} work.`,
    scores.length > 0
      ? `Half of them have ${scores[Math.floor((scores.length - 1) / 2)]} points or less; ${full} have all.`
      : "",
    undecided > 0 ? `In ${undecided}, something could not be decided: those points are open, not lost.` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
