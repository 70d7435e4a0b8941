import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { classroomIdentity } from "../../../src/cli/classroom-identity";
import { classroomReport } from "../../../src/cli/reporters/classroom";
import type { Report } from "../../../src/core/report";
import { MIXED } from "../mixed-report";
import { reportOf } from "../report-of";

const SCHEMA = join(__dirname, "..", "..", "..", "schema", "classroom-result.schema.json");
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

/** As Classroom 50's runner starts an autograder. */
const ENV = {
  CLASSROOM: "containers",
  ASSIGNMENT: "dockerize",
  ASSIGNMENT_TYPE: "individual",
  USERNAME: "ada",
  OWNER: "ada",
  SUBMISSION_TAG: "submit/2026-06-01T14-32-05Z-a1b2c3d",
  COMMIT_URL: "https://github.com/school/containers-dockerize-ada/commit/a1b2c3d",
  RELEASE_URL: "https://github.com/school/containers-dockerize-ada/releases/tag/submit%2F1",
  REVIEW_URL: "https://github.com/school/containers-dockerize-ada/compare/1...2",
};

interface ClassroomResult {
  readonly [name: string]: unknown;
  readonly datetime: string;
  readonly score: number;
  readonly "max-score": number;
  readonly tests: readonly {
    readonly "test-name": string;
    readonly passed: boolean;
    readonly score: number;
    readonly "max-score": number;
    readonly message?: string;
  }[];
}

const resultOf = (report: Report, env: Record<string, string> = ENV): ClassroomResult =>
  JSON.parse(classroomReport(report, classroomIdentity(env), new Date("2026-06-01T14:33:11.5Z"))) as ClassroomResult;

describe("result.json for Classroom 50", () => {
  for (const [name, report] of [
    ["a full score", reportOf()],
    ["a score with checks of every status", MIXED],
  ] as const) {
    it(`fits its schema, and what only its readers check, for ${name}`, () => {
      const result = resultOf(report);
      assert.ok(validate(result), JSON.stringify(validate.errors));
      assert.ok(result.score <= result["max-score"]);
      for (const test of result.tests) assert.ok(test.score <= test["max-score"], test["test-name"]);
      const sum = result.tests.reduce((total, test) => total + test.score, 0);
      assert.equal(sum, result.score, "the gradebook adds up");
    });
  }

  it("says whose work it is as the runner has said it", () => {
    const result = resultOf(reportOf());
    assert.equal(result["classroom"], ENV.CLASSROOM);
    assert.equal(result["assignment"], ENV.ASSIGNMENT);
    assert.equal(result["owner"], ENV.OWNER);
    assert.equal(result["submission"], ENV.SUBMISSION_TAG);
    assert.equal(result["review"], ENV.REVIEW_URL);
    assert.equal(result.datetime, "2026-06-01T14:33:11Z");
  });

  it("works with older runners, which name neither owner, type nor review", () => {
    const { OWNER: _, ASSIGNMENT_TYPE: _type, REVIEW_URL: _review, ...older } = ENV;
    const result = resultOf(reportOf(), older);
    assert.ok(validate(result), JSON.stringify(validate.errors));
    assert.deepEqual([result["owner"], result["assignment_type"]], ["ada", "individual"]);
    assert.equal(result["review"], ENV.COMMIT_URL);
  });

  it("counts a check as passed only when all of it is, and says what to do about the others", () => {
    const compose = resultOf(MIXED).tests.at(-1);
    assert.deepEqual([compose?.passed, compose?.score, compose?.["max-score"]], [false, 5, 15]);
    assert.equal(compose?.message, "redis does not come up. Look at its log.");
  });

  it("asks for what is missing by its name", () => {
    assert.throws(() => classroomIdentity({ ...ENV, RELEASE_URL: "" }), /needs RELEASE_URL in the environment/);
  });
});
