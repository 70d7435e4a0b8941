import assert from "node:assert/strict";
import type { ClassReport } from "../../src/class/class-report";
import { classCsv } from "../../src/class/result/class-csv";
import { mergeShards } from "../../src/class/result/merge-shards";
import { aClass, aSubmission } from "./a-submission";

const NAMES = ["ada", "ben", "cleo", "dora", "emil"];
const graded = NAMES.map((name) =>
  aSubmission(name, name === "ada" || name === "dora" ? { fingerprint: { content: "c", likeness: "l" } } : {}),
);

function shard(index: number, count: number, changes: Partial<ClassReport> = {}) {
  const own = graded.filter((_, place) => place % count === index - 1);
  return { file: `shard-${index}`, report: aClass(own, { shard: { index, count }, ...changes }) };
}

describe("merging the shards of a class", () => {
  it("gives what one run over the whole class gives, duplicates across shards included", () => {
    const merged = mergeShards([shard(3, 3), shard(1, 3), shard(2, 3)]);
    assert.deepEqual(merged, aClass(graded));
    assert.equal(classCsv(merged), classCsv(aClass(graded)));
    assert.deepEqual(merged.submissions.find(({ name }) => name === "dora")?.sameAs, { name: "ada", how: "identical" });
  });

  const mixtures: readonly (readonly [string, Parameters<typeof mergeShards>[0], RegExp])[] = [
    ["nothing", [], /nothing to merge/],
    ["a missing shard", [shard(1, 3), shard(3, 3)], /Of 3 shards, 2 is missing\. Grade with --shard 2\/3/],
    ["a shard twice", [shard(1, 2), { ...shard(1, 2), file: "copy" }], /shard-1 and copy are the same shard, 1/],
    [
      "another version's",
      [shard(1, 2), shard(2, 2, { grader: "2.0.0" })],
      /shard-2 is graded by another version .*2\.0\.0, 1\.0\.0/,
    ],
    ["another class's", [shard(1, 2), shard(2, 2, { list: "xyz" })], /shard-2 is of another class/],
    ["one of another trust", [shard(1, 2), shard(2, 2, { trust: "trusted" })], /shard-2 is graded with another trust/],
    ["one of another number of shards", [shard(1, 2), shard(2, 3)], /one of 2 shards and shard-2 one of 3/],
  ];
  for (const [what, shards, message] of mixtures)
    it(`refuses ${what}, and says which`, () => assert.throws(() => mergeShards(shards), { message }));
});
