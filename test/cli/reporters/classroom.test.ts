import assert from "node:assert/strict";
import { classroomIdentity } from "../../../src/cli/classroom-identity";
import { classroomReport } from "../../../src/cli/reporters/classroom";
import type { Report } from "../../../src/core/report";
import { CLASSROOM_ENV, type ClassroomResult, readClassroomResult } from "../../support/classroom-result";
import { MIXED } from "../mixed-report";
import { reportOf } from "../report-of";

function resultOf(report: Report, env: Readonly<Record<string, string>> = CLASSROOM_ENV): ClassroomResult {
  return readClassroomResult(classroomReport(report, classroomIdentity(env), new Date("2026-06-01T14:33:11.5Z")), env);
}

describe("result.json for Classroom 50", () => {
  it("is read as the score of this submission, whatever the statuses, and adds up", () => {
    for (const [report, score] of [
      [reportOf(), 100],
      [MIXED, 60],
    ] as const) {
      const result = resultOf(report);
      assert.equal(result.score, score);
      assert.equal(
        result.tests.reduce((total, test) => total + test.score, 0),
        score,
      );
    }
  });

  it("names the submission and its links as the runner has named them", () => {
    const result = resultOf(reportOf());
    assert.equal(result["submission"], CLASSROOM_ENV.SUBMISSION_TAG);
    assert.equal(result["review"], CLASSROOM_ENV.REVIEW_URL);
    assert.equal(result.datetime, "2026-06-01T14:33:11Z");
  });

  it("works with older runners, which name neither owner, type nor review", () => {
    const { OWNER: _, ASSIGNMENT_TYPE: _type, REVIEW_URL: _review, ...older } = CLASSROOM_ENV;
    const result = resultOf(reportOf(), older);
    assert.deepEqual([result["owner"], result["review"]], ["ada", CLASSROOM_ENV.COMMIT_URL]);
  });

  it("counts a check as passed only when all of it is, and says what to do about the others", () => {
    const compose = resultOf(MIXED).tests.at(-1);
    assert.deepEqual([compose?.passed, compose?.score, compose?.["max-score"]], [false, 5, 15]);
    assert.equal(compose?.message, "redis does not come up. Look at its log.");
  });

  it("asks for what is missing by its name", () => {
    assert.throws(
      () => classroomIdentity({ ...CLASSROOM_ENV, RELEASE_URL: "" }),
      /needs RELEASE_URL in the environment/,
    );
  });
});
