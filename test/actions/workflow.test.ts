import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../src/core/report";
import { buildCli } from "../support/built-cli";
import { assertFitsSchema } from "../support/report-schema";
import { tempFolder } from "../support/temp-folder";
import { assertXml } from "../support/valid-xml";
import { commitAll, machine, pushed } from "./support/pushed";
import { type JobRun, runJob } from "./support/run-job";
import { workflowFile } from "./support/workflow-file";

const WORKFLOW = ".github/workflows/dockerize-coach.yml";

/** What happens on GitHub after a push: the workflow of that commit runs. */
async function push(repository: string, folder: string): Promise<JobRun> {
  const workflow = await workflowFile(readFileSync(join(repository, WORKFLOW), "utf8"));
  return runJob({ workflow, job: "grade", repository, folder, machine: machine() });
}

describe("the workflow that Start the Challenge lays down", function () {
  this.timeout(300_000);
  before(buildCli);

  it("is red for the untouched starter, with its score in the summary and errors at the checks", async () => {
    using repository = await pushed("starter");
    using runner = tempFolder();
    const { status, steps, artifacts } = await push(repository.path, runner.path);
    const [, grade, upload] = steps;
    assert.equal(status, "failure");
    assert.equal(grade?.outcome, "failure");
    assert.match(grade.summary, /^## Dockerize a Python Application: 0 of 100 points/);
    assert.match(grade.output, /Overall progress/);
    const errors = grade.commands.filter(({ name }) => name === "error");
    assert.ok(
      errors.some(({ properties }) => properties["title"] === "Dockerfile exists (0/5)"),
      grade.output,
    );
    assert.ok(errors.length <= 10);
    assert.equal(upload?.outcome, "success", "the reports are kept, green or red");
    assert.deepEqual(readdirSync(join(artifacts, "dockerize-coach")).sort(), ["badge.svg", "junit.xml", "report.json"]);
  });

  it("is green for the solution, with 100 points in every report", async () => {
    using repository = await pushed("solution");
    using runner = tempFolder();
    const { status, steps, artifacts } = await push(repository.path, runner.path);
    assert.equal(status, "success", steps.map(({ output }) => output).join("\n"));
    assert.match(steps[1]?.summary ?? "", /: 100 of 100 points/);
    const read = (name: string) => readFileSync(join(artifacts, "dockerize-coach", name), "utf8");
    const report = JSON.parse(read("report.json")) as Report;
    assertFitsSchema(report);
    assert.deepEqual(report.score, { earned: 100, open: 0, max: 100 });
    await assertXml(read("junit.xml"), "junit");
    await assertXml(read("badge.svg"), "svg");
    assert.match(read("badge.svg"), />100\/100</);
  });

  it("puts an error at the line of the file", async () => {
    using repository = await pushed("starter");
    writeFileSync(join(repository.path, "Dockerfile"), "FROM python:3.11-slim\nRUNN pip install flask\n");
    commitAll(repository.path);
    using runner = tempFolder();
    const { steps } = await push(repository.path, runner.path);
    const places = (steps[1]?.commands ?? []).map(({ properties: { file, line } }) => `${file}:${line}`);
    assert.ok(places.includes("Dockerfile:2"), steps[1]?.output);
  });

  it("says what to do where the grader was not committed", async () => {
    using repository = await pushed("starter");
    rmSync(join(repository.path, ".dockerize-coach"), { recursive: true });
    commitAll(repository.path);
    using runner = tempFolder();
    const { status, steps } = await push(repository.path, runner.path);
    assert.equal(status, "failure");
    assert.match(
      steps[1]?.commands[0]?.data ?? "",
      /grader\.cjs is not in this commit\. Run “Add the GitHub Workflow”/,
    );
    const warning = steps[2]?.commands.find(({ name }) => name === "warning");
    assert.match(warning?.data ?? "", /No files were found/);
  });

  it("takes the minimum from its top", async () => {
    using repository = await pushed("starter");
    const text = readFileSync(join(repository.path, WORKFLOW), "utf8");
    const workflow = await workflowFile(text.replace("MIN_SCORE: 100", "MIN_SCORE: 0"));
    using runner = tempFolder();
    const request = { workflow, job: "grade", repository: repository.path, folder: runner.path, machine: machine() };
    assert.equal((await runJob(request)).status, "success");
  });
});
