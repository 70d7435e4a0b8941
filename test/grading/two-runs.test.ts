import { strict as assert } from "node:assert";
import { NOTHING, thingsOfProcess } from "../support/docker";
import { loadFixture } from "../support/fixture";
import { gradeNow } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";

describe("Two grading runs of one folder at the same time", function () {
  this.timeout(120_000);

  it("do not meet: both find all 100 points, and both clear up", async () => {
    using submission = materialise(loadFixture("reference-solution"));
    const reports = await Promise.all([gradeNow(submission.path), gradeNow(submission.path)]);
    for (const report of reports) {
      assert.deepEqual(
        report.checks.filter((check) => check.status !== "passed"),
        [],
      );
    }
    assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
  });
});
