import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";

const SCHEMA = join(__dirname, "..", "..", "schema", "classroom-result.schema.json");
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

/** What Classroom 50's gradebook reads of a result.json. */
export interface ClassroomResult {
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

/**
 * Reads a result.json as Classroom 50's runner and its collection of scores do: what its schema says, that it is of this
 * submission, and that no score is above its maximum. After foundation50/classroom50, runner.py and collect_scores.py,
 * validate_result, at 2026-08.
 */
export function readClassroomResult(text: string, env: Readonly<Record<string, string | undefined>>): ClassroomResult {
  const result = JSON.parse(text) as ClassroomResult;
  assert.ok(validate(result), JSON.stringify(validate.errors));
  assert.equal(result["classroom"], env["CLASSROOM"]);
  assert.equal(result["assignment"], env["ASSIGNMENT"]);
  assert.equal(String(result["owner"]).toLowerCase(), (env["OWNER"] ?? env["USERNAME"])?.toLowerCase());
  assert.equal(result["assignment_type"], env["ASSIGNMENT_TYPE"] ?? "individual");
  for (const { score, "max-score": max } of [result, ...result.tests]) assert.ok(score <= max, `${score} > ${max}`);
  return result;
}

/** As Classroom 50's runner starts an autograder. */
export const CLASSROOM_ENV = {
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
