import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { markdownReport } from "../../../src/cli/reporters/markdown";
import { MIXED } from "../mixed-report";
import { reportOf } from "../report-of";

const LIMIT_OF_GITHUB = 1024 * 1024;
const render = (markdown: string): string => new MarkdownIt({ html: true, linkify: true }).render(markdown);

describe("the summary in Markdown", () => {
  it("begins with the score, and has a row for each check and each of its parts", () => {
    const html = render(markdownReport(MIXED));
    assert.match(html, /^<h2>Dockerize a Python Application: 60 of 100 points<\/h2>/);
    assert.equal(html.match(/<tr>/g)?.length, 1 + 10 + 3);
    assert.match(html, /<td>✘<\/td>\s*<td>Runs as a non-root user<\/td>\s*<td[^>]*>0\/15<\/td>\s*<td>not yet<\/td>/);
  });

  it("tells of each check that is not there yet what was seen, why, what to do and where", () => {
    const html = render(markdownReport(MIXED));
    assert.match(
      html,
      /<h3>✘ Runs as a non-root user<\/h3>\s*<ul>\s*<li><strong>Seen:<\/strong> It runs as root\.<\/li>/,
    );
    assert.match(html, /<li><strong>Where:<\/strong> Dockerfile:18<\/li>/);
    assert.match(html, /<pre><code class="language-text">Fatal error\ncan't open config file\n<\/code><\/pre>/);
  });

  it("is short where everything passed", () => {
    const html = render(markdownReport(reportOf()));
    assert.doesNotMatch(html, /<h3>/);
    assert.match(html, /CHALLENGE COMPLETE!/);
  });

  it("stays under GitHub's limit, and says that it was cut", () => {
    const huge = "é".repeat(300_000);
    const failed = { status: "failed", observed: huge, why: huge, next: huge } as const;
    const summary = markdownReport(reportOf({ "multi-stage": failed, "slim-base": failed, compose: failed }));
    assert.ok(Buffer.byteLength(summary) < LIMIT_OF_GITHUB, `${Buffer.byteLength(summary)} bytes`);
    assert.match(summary, /_Cut here: \d+ more\. GitHub shows no more than 1 MiB/);
    assert.match(summary, /\| ✘ \| Multi\\-stage build \|/);
  });
});
