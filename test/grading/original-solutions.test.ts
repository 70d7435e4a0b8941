import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gradeNow } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";
import { loadFixture } from "../support/fixture";

/** The challenge's own text is not part of this project; where somebody has it, this names the Markdown file. */
const TEXT = process.env["CHALLENGE_TEXT"];

describe("The solutions that the challenge's own text gives", function () {
  this.timeout(90_000);

  it("score 100, word for word (needs CHALLENGE_TEXT=path of the text)", async function () {
    if (!TEXT) return this.skip();
    const solutions = solutionsOf(readFileSync(TEXT, "utf8"));
    using submission = materialise(loadFixture("untouched-starter"));
    for (const [file, content] of Object.entries(solutions)) writeFileSync(join(submission.path, file), content);
    const report = await gradeNow(submission.path);
    const others = report.checks.filter((check) => check.status !== "passed");
    assert.deepEqual(others, []);
    assert.deepEqual(report.score, { earned: 100, open: 0, max: 100 });
  });
});

/** The code blocks under the two headings “Full Solution”, and the ignore list that the text asks for. */
function solutionsOf(text: string): Readonly<Record<string, string>> {
  return {
    Dockerfile: codeBlock(text, /<summary>Full Solution[\s\S]*?^```dockerfile\n([\s\S]*?)^```/m),
    ".dockerignore": codeBlock(text, /Create a `\.dockerignore` file[\s\S]*?^```\n([\s\S]*?)^```/m),
    "docker-compose.yml": codeBlock(text, /<summary>Full Solution<\/summary>[\s\S]*?^```yaml\n([\s\S]*?)^```/m),
  };
}

function codeBlock(text: string, pattern: RegExp): string {
  const block = pattern.exec(text.replaceAll("\r\n", "\n"))?.[1];
  assert.ok(block, `the text has no block that fits ${pattern.source}`);
  return block;
}
