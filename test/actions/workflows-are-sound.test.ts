import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lintWorkflow } from "../support/workflow-lint";

const ROOT = join(__dirname, "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("a workflow of ours", () => {
  for (const path of ["challenge/workflow/dockerize-coach.yml", ".github/workflows/ci.yml"]) {
    it(`has nothing that actionlint or GitHub's parser would mind: ${path}`, async () => {
      assert.deepEqual(await lintWorkflow(read(path), path), []);
    });
  }

  it("would not pass with a mistake in it", async () => {
    const workflow = read("challenge/workflow/dockerize-coach.yml");
    const mistakes: readonly (readonly [string, string, RegExp])[] = [
      ["timeout-minutes", "timeout-minute", /timeout-minute/],
      ["runner.temp", "runner.tmp", /tmp/],
      ["always()", "always(", /always|parenthes|unexpected/i],
    ];
    for (const [right, wrong, message] of mistakes) {
      assert.ok(workflow.includes(right), right);
      const problems = await lintWorkflow(workflow.replaceAll(right, wrong));
      assert.match(problems.join("\n"), message);
    }
  });
});
