import { escapeHtml } from "../escape-html";
import type { CourseReport } from "./course-report";

/** The report as one HTML file that needs nothing else: no script, no address of the network. */
export function htmlReport(report: CourseReport): string {
  const { score, figures } = report;
  const open = score.open > 0 ? `, ${score.open} still open` : "";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(report.title)}</h1>
<p><strong>${score.earned} of ${score.max} points</strong>${open}. Written on ${report.at.slice(0, 10)} by Dockerize Coach, from what it saw on my own machine. It proves nothing about who did it.</p>
<h2>Checks</h2>
${table(
  ["Check", "Points", "State"],
  report.checks.map(({ title, earned, points, state }) => [title, `${earned}/${points}`, state]),
)}
<h2>Tasks</h2>
${table(
  ["Task", "State", "What was seen"],
  report.tasks.map(({ title, state, observed }) => [title, state, observed]),
)}
${figures ? `<h2>Before and after</h2>\n${table(figures.heads, figures.rows)}` : ""}
<h2>What I can say about it</h2>
<ul>${report.interview.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>
${report.answers.length > 0 ? `<h2>My answers</h2>\n${report.answers.map(answer).join("\n")}` : ""}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font-family: system-ui, "Segoe UI", sans-serif; line-height: 1.5; margin: 2rem; }
main { margin: 0 auto; max-width: 48rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid #8886; padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
blockquote { border-left: 3px solid #8888; margin: 0.5rem 0; padding-left: 1rem; white-space: pre-wrap; }
`;

function answer({ prompt, answer: text, rating }: CourseReport["answers"][number]): string {
  return `<h3>${escapeHtml(prompt)}</h3>\n<blockquote>${escapeHtml(text)}</blockquote>${rating ? `\n<p>How well I knew it: ${escapeHtml(rating)}</p>` : ""}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((cell) => (cell === "" ? "<td></td>" : `<th scope="col">${escapeHtml(cell)}</th>`)).join("");
  const body = rows.map(
    ([first = "", ...rest]) =>
      `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}
