import assert from "node:assert/strict";
import { parseClassReport } from "../../src/class/result/parse-class-report";
import { reportOf } from "../cli/report-of";
import { assertFitsClassSchema } from "../support/class-schema";
import { aClass, aSubmission, undecided } from "./a-submission";

const CLASS = aClass([
  aSubmission("ada"),
  aSubmission("ben", { ending: "timed-out", report: undecided() }),
  aSubmission("cleo", { fingerprint: { content: "content of ada", likeness: "likeness of ada" } }),
]);

describe("a class as JSON", () => {
  it("is as the shipped schema describes it, and is read back the same", () => {
    assertFitsClassSchema(CLASS);
    assert.deepEqual(parseClassReport(JSON.stringify(CLASS), "class.json"), CLASS);
  });

  it("does not fit the schema with a state that there is none of", () => {
    const wrong = reportOf({ compose: { status: "great" as "passed" } });
    assert.throws(() => assertFitsClassSchema(aClass([aSubmission("ada", { report: wrong })])), /status/);
  });

  const damaged: readonly (readonly [string, string, RegExp])[] = [
    ["is cut off", JSON.stringify(CLASS).slice(0, 500), /shard-1\/class\.json is damaged/],
    ["is something else", '{"version":1}', /shard-1\/class\.json is no result of a class: challenge is wrong/],
    ["has a report without checks", JSON.stringify(CLASS).replaceAll('"checks"', '"tests"'), /checks is wrong/],
  ];
  for (const [what, text, message] of damaged)
    it(`is refused with the file's name where it ${what}`, () =>
      assert.throws(() => parseClassReport(text, "shard-1/class.json"), { message }));
});
