import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../src/core/report";
import { buildCli } from "../support/built-cli";
import { lintWorkflow } from "../support/workflow-lint";
import { tempFolder } from "../support/temp-folder";
import { machine, pushed } from "./support/pushed";
import { type JobRun, runJob } from "./support/run-job";
import { actionFile, workflowFile } from "./support/workflow-file";

const ROOT = join(__dirname, "..", "..");

/** How another repository uses the action, as the README shows it. */
const usage = (inputs: string) => `on: push
jobs:
  grade:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: coach
        uses: dockerize-coach/dockerize-coach@v1
        with:
          ${inputs}
      - if: always()
        env:
          SCORE: \${{ steps.coach.outputs.score }} of \${{ steps.coach.outputs.max }}
          REPORTS: \${{ steps.coach.outputs.reports }}
        run: |
          echo "$SCORE"
          ls "$REPORTS"
`;

async function use(repository: string, folder: string, inputs: string, actionFolder = ROOT): Promise<JobRun> {
  assert.deepEqual(await lintWorkflow(usage(inputs)), []);
  const action = await actionFile(readFileSync(join(ROOT, "action.yml"), "utf8"));
  const composites = { "dockerize-coach/dockerize-coach": { action, folder: actionFolder } };
  const workflow = await workflowFile(usage(inputs));
  return runJob({ workflow, job: "grade", repository, folder, machine: machine(), composites });
}

describe("the action for any repository", function () {
  this.timeout(300_000);
  before(buildCli);

  it("fails below the minimum, and tells the steps that follow the score and where the reports are", async () => {
    using repository = await pushed("starter");
    using runner = tempFolder();
    const { status, steps } = await use(repository.path, runner.path, "min-score: 1");
    assert.equal(status, "failure");
    assert.match(steps[1]?.summary ?? "", /: 0 of 100 points/);
    assert.match(steps[2]?.output ?? "", /^0 of 100\nbadge\.svg\njunit\.xml\nreport\.json\nsummary\.md\n$/);
  });

  it("grades a folder of the repository, trusted where its owner says so", async () => {
    using repository = await pushed("solution");
    using runner = tempFolder();
    const { status, steps } = await use(repository.path, runner.path, 'folder: ./\n          trusted: "true"');
    assert.equal(status, "success", steps[1]?.output);
    const report = JSON.parse(readFileSync(join(steps[1]?.outputs["reports"] ?? "", "report.json"), "utf8")) as Report;
    assert.equal(report.score.earned, 100);
  });

  it("takes a folder's name for a name, not for words of its script", async () => {
    using repository = await pushed("starter");
    using runner = tempFolder();
    const inputs = "folder: '$(touch \"$RUNNER_TEMP/ran\"); --trusted'";
    const { status, steps } = await use(repository.path, runner.path, inputs);
    assert.equal(status, "failure");
    assert.match(steps[1]?.output ?? "", /it does not exist/);
    assert.equal(existsSync(join(runner.path, "temp", "ran")), false);
  });

  it("says that a version without the grader is no released one", async () => {
    using repository = await pushed("starter");
    using runner = tempFolder();
    using empty = tempFolder();
    const { steps } = await use(repository.path, runner.path, "min-score: 0", empty.path);
    assert.match(steps[1]?.commands[0]?.data ?? "", /has no dist\/grader\.cjs\. Use a released one/);
  });
});
