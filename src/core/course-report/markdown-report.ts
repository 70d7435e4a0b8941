import type { CourseReport } from "./course-report";

/** The report as Markdown. What the learner wrote stands in quotes and cannot break the rest. */
export function markdownReport(report: CourseReport): string {
  const { score, figures } = report;
  return `${[
    `# ${report.title}`,
    `**${score.earned} of ${score.max} points**${score.open > 0 ? `, ${score.open} still open` : ""}. Written on ${report.at.slice(0, 10)} by Dockerize Coach, from what it saw on my own machine. It proves nothing about who did it.`,
    "## Checks",
    table(
      ["Check", "Points", "State"],
      report.checks.map(({ title, earned, points, state }) => [title, `${earned}/${points}`, state]),
    ),
    "## Tasks",
    table(
      ["Task", "State", "What was seen"],
      report.tasks.map(({ title, state, observed }) => [title, state, observed]),
    ),
    ...(figures ? ["## Before and after", table(figures.heads, figures.rows)] : []),
    "## What I can say about it",
    report.interview.map((line) => `- ${line}`).join("\n"),
    ...(report.answers.length > 0 ? ["## My answers", ...report.answers.map(answer)] : []),
  ].join("\n\n")}\n`;
}

function answer({ prompt, answer: text, rating }: CourseReport["answers"][number]): string {
  const quoted = escape(text)
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
  return `**${prompt.replace(/\s+/g, " ").trim()}**\n\n${quoted}${rating ? `\n\nHow well I knew it: ${rating}` : ""}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .map((cell) =>
        escape(cell)
          .replace(/\|/g, "\\|")
          .replace(/\s*\n\s*/g, " "),
      )
      .join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text that Markdown might take for HTML. */
function escape(text: string): string {
  return text.replace(/</g, "&lt;");
}
