import assert from "node:assert/strict";
import { markAlike } from "../../src/class/result/mark-alike";
import { aSubmission, undecided } from "./a-submission";

describe("submissions with the same files", () => {
  const same = { content: "c", likeness: "l" };

  it("name the first of them, by name", () => {
    const graded = ["cleo", "ada", "ben"].map((name) => aSubmission(name, name === "ben" ? {} : { fingerprint: same }));
    const marked = markAlike(graded).map(({ name, sameAs }) => [name, sameAs]);
    assert.deepEqual(marked, [
      ["ada", undefined],
      ["ben", undefined],
      ["cleo", { name: "ada", how: "identical" }],
    ]);
  });

  it("are told from those that differ in white space alone", () => {
    const marked = markAlike([
      aSubmission("ada", { fingerprint: same }),
      aSubmission("ben", { fingerprint: { content: "other", likeness: "l" } }),
    ]);
    assert.deepEqual(marked[1]?.sameAs, { name: "ada", how: "alike" });
  });

  it("share the report that has nothing undecided, where they were graded apart", () => {
    const marked = markAlike([
      aSubmission("ada", { fingerprint: same, report: undecided() }),
      aSubmission("ben", { fingerprint: same }),
    ]);
    assert.deepEqual(
      marked.map(({ report }) => report.score.earned),
      [100, 100],
    );
  });

  it("are not taken for the same where their folders could not be read", () => {
    const { fingerprint: _, ...unread } = aSubmission("ada");
    assert.deepEqual(
      markAlike([unread, { ...unread, name: "ben" }]).map(({ sameAs }) => sameAs),
      [undefined, undefined],
    );
  });
});
