import { COURSE } from "../../core/course";
import type { CheckResult, CheckStatus, PartResult, Report } from "../../core/report";
import { closingLine } from "./closing-line";
import { codeBlock, markdownText } from "./markdown-text";
import { overallBar, percentage } from "./overall-bar";
import { printedLines } from "./printed-lines";
import { sameCause } from "./same-cause";
import { STATUS_LOOKS } from "./symbols";
import { withoutRepeats } from "./without-repeats";

/** GitHub refuses a step's summary above 1 MiB. https://github.com/actions/runner, CreateStepSummaryCommand */
const MOST_BYTES = 1_000_000;

/**
 * The report in GitHub's Markdown, for the summary of a step or a comment: score and table first, then each check that has
 * something to say. Where that would be too large, the rest is left out, and said so.
 */
export function markdownReport(report: Report): string {
  const told = report.checks.filter(({ status }) => status !== "passed" && status !== "skipped");
  const blocks = told.map((check) => section(check, sameCause(check, report.checks)));
  return `${fitted([overview(report), ...blocks]).join("\n\n")}\n`;
}

/** As many blocks as fit, whole ones, the first always. */
function fitted(blocks: readonly string[]): readonly string[] {
  const fitting: string[] = [];
  let bytes = 0;
  for (const block of blocks) {
    bytes += new TextEncoder().encode(block).length + 2;
    if (bytes > MOST_BYTES)
      return [...fitting, `_Cut here: ${blocks.length - fitting.length} more. ${WHERE_THE_REST_IS}_`];
    fitting.push(block);
  }
  return fitting;
}

const WHERE_THE_REST_IS = "GitHub shows no more than 1 MiB; the report in JSON has everything.";

function overview(report: Report): string {
  const { score, checks } = report;
  const passed = checks.filter(({ status }) => status === "passed").length;
  const open = score.open > 0 ? `, ${score.open} open` : "";
  return [
    `## ${COURSE.title}: ${score.earned} of ${score.max} points`,
    "",
    `\`${overallBar(score, true)}\` ${percentage(score)} %${open}, ${passed} of ${checks.length} checks passed`,
    "",
    "| | Check | Points | Result |",
    "|---|---|---:|---|",
    ...checks.flatMap((check) => [row(check, check.title), ...check.parts.map((part) => row(part, `— ${part.title}`))]),
    "",
    markdownText(closingLine(report).text),
  ].join("\n");
}

function row({ status, earned, points }: CheckResult | PartResult, title: string): string {
  return `| ${STATUS_LOOKS[status].symbol} | ${markdownText(title)} | ${earned}/${points} | ${WORDS[status]} |`;
}

const WORDS: Readonly<Record<CheckStatus, string>> = {
  passed: "passed",
  partial: "in part",
  failed: "not yet",
  skipped: "waits for another check",
  errored: "could not be checked, no points are lost",
};

function section(check: CheckResult, sameAs: string | undefined): string {
  const head = `### ${STATUS_LOOKS[check.status].symbol} ${markdownText(check.title)}`;
  if (sameAs !== undefined) return `${head}\n\nThe same cause as “${markdownText(sameAs)}” above.`;
  const { observed, why, next } = withoutRepeats(check);
  const { location } = check;
  const place = location && `${location.file}:${location.range.start.line + 1}`;
  const words = [labelled("Seen", observed), labelled("Why", why), labelled("Next", next), labelled("Where", place)];
  const parts = check.parts.filter(({ status }) => status === "failed" || status === "errored").map(partLine);
  const printed = printedLines(check);
  const output = printed.length > 0 ? ["", "What it printed last:", "", codeBlock(printed)] : [];
  return [head, "", ...parts, ...words.filter(Boolean), ...output].join("\n");
}

function labelled(label: string, text: string | undefined): string {
  return text ? `- **${label}:** ${markdownText(text)}` : "";
}

function partLine({ title, status, observed }: PartResult): string {
  return `- ${markdownText(title)}: ${observed ? markdownText(observed) : WORDS[status]}`;
}
