import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parseProgress } from "../../../src/core/progress/parse-progress";
import { newProgress, type Progress } from "../../../src/core/progress/progress";

const OWNER = { course: "dockerize-python-app", folder: "/challenge" };
const NOW = "2030-01-01T10:00:00.000Z";
const FULL: Progress = {
  ...newProgress(OWNER.course, OWNER.folder, NOW),
  checks: { "multi-stage": { status: "passed", earned: 15, at: NOW, failedRuns: 0 } },
  tasks: { "build-naive": { status: "verified", observed: "It holds 1 MB.", at: NOW, figures: { bytes: 1_000_000 } } },
  answers: { "s0-q1": { at: NOW, text: "so", rating: "knew", known: 1, askAgain: NOW } },
  hints: { "multi-stage": 2 },
  baseline: { at: NOW, dockerfile: "FROM python:3.11\n" },
};

describe("a progress file", () => {
  it("is read as it was written", () => {
    const parsed = parseProgress(JSON.stringify(FULL), OWNER);
    assert.deepEqual(parsed.ok && parsed.progress, FULL);
  });

  it("keeps to its published schema", () => {
    const schema = JSON.parse(readFileSync("schema/progress.schema.json", "utf8")) as object;
    const validate = new Ajv({ strict: false, formats: { "date-time": true } }).compile(schema);
    assert.ok(validate(JSON.parse(JSON.stringify(FULL))), JSON.stringify(validate.errors));
  });

  it("keeps what a later version has added", () => {
    const parsed = parseProgress(JSON.stringify({ ...FULL, more: 1 }), OWNER);
    assert.equal(parsed.ok && (parsed.progress as unknown as { more: number }).more, 1);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["is cut off", JSON.stringify(FULL).slice(0, 50), /not whole/],
    ["is empty", "", /not whole/],
    ["is a list", "[]", /not as it should be/],
    ["has a status that there is not", JSON.stringify({ ...FULL, checks: { a: { status: "great" } } }), /checks\.a/],
    ["is of another course", JSON.stringify({ ...FULL, course: "kubernetes" }), /another course, kubernetes/],
    ["is of another folder", JSON.stringify({ ...FULL, folder: "/elsewhere" }), /another folder, \/elsewhere/],
    ["is of a newer version", JSON.stringify({ ...FULL, version: 2 }), /newer version/],
  ];
  for (const [what, text, problem] of refused) {
    it(`is not used when it ${what}, and says so`, () => {
      const parsed = parseProgress(text, OWNER);
      assert.ok(!parsed.ok);
      assert.match(parsed.problem, problem);
    });
  }
});
