import assert from "node:assert/strict";
import { tempFolder } from "../support/temp-folder";
import { commitAll, machine } from "./support/pushed";
import { type JobRun, runJob } from "./support/run-job";
import { workflowFile } from "./support/workflow-file";

/** Runs steps, given as lines of YAML, on a checkout of one file. */
async function run(...steps: readonly string[]): Promise<JobRun> {
  using repository = tempFolder({ "hello.txt": "hello\n" });
  using runner = tempFolder();
  commitAll(repository.path);
  const lines = ["- uses: actions/checkout@v6", ...steps].map((step) => step.replace(/^/gm, "      "));
  const head = "on: push\nenv:\n  FROM_TOP: top\njobs:\n  it:\n    runs-on: ubuntu-latest\n    steps:";
  const workflow = await workflowFile([head, ...lines].join("\n"));
  return await runJob({ workflow, job: "it", repository: repository.path, folder: runner.path, machine: machine() });
}

const outputs = ({ steps }: JobRun) => steps.slice(1).map(({ output }) => output.trim());
const outcomes = ({ steps }: JobRun) => steps.slice(1).map(({ outcome }) => outcome);

describe("the tests' runner of workflows, as GitHub's", () => {
  it("stops a script at its first failing command; a pipe's beginning counts only where bash is named", async () => {
    assert.deepEqual(outcomes(await run("- run: |\n    false\n    echo on")), ["failure"]);
    assert.deepEqual(outcomes(await run("- run: false | cat")), ["success"]);
    assert.deepEqual(outcomes(await run("- run: false | cat\n  shell: bash")), ["failure"]);
  });

  it("skips what follows a failure, unless its condition says otherwise", async () => {
    const job = await run(
      "- run: exit 1",
      "- run: echo a",
      "- run: echo b\n  if: always()",
      "- run: echo c\n  if: failure()",
    );
    assert.deepEqual(outcomes(job), ["failure", "skipped", "success", "success"]);
    assert.equal(job.status, "failure");
  });

  it("hands on what steps write into the runner's files", async () => {
    const job = await run(
      '- id: one\n  run: |\n    echo "A=1" >> "$GITHUB_ENV"\n    echo "out=2" >> "$GITHUB_OUTPUT"\n    echo "# 3" >> "$GITHUB_STEP_SUMMARY"',
      '- run: printf "B<<END\\nx\\ny\\nEND\\n" >> "$GITHUB_ENV"',
      '- run: echo "$A $OUT $FROM_TOP $B"\n  env:\n    OUT: ${{ steps.one.outputs.out }}',
    );
    assert.equal(outputs(job)[2], "1 2 top x\ny");
    assert.equal(job.steps[1]?.summary, "# 3\n");
  });

  it("works in the checkout, or in the folder of it that a step names", async () => {
    const job = await run("- run: cat hello.txt && mkdir sub", "- run: pwd\n  working-directory: sub");
    assert.equal(outputs(job)[0], "hello");
    assert.match(outputs(job)[1] ?? "", /\/workspace\/sub$/);
  });

  it("hears commands in what a step prints", async () => {
    const job = await run('- run: echo "::warning file=a%2Cb::x%0Ay"');
    const [command] = job.steps[1]?.commands ?? [];
    assert.deepEqual(command, { name: "warning", properties: { file: "a,b" }, data: "x\ny" });
  });

  it("refuses a workflow that GitHub would refuse", async () => {
    await assert.rejects(run("- runs: echo"), /runs/);
  });
});
