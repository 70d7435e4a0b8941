import assert from "node:assert/strict";
import { chooseShard, parseShard } from "../../src/class/list/choose-shard";

const CLASS = ["zoe", "ada", "Émile", "ben", "Ada", "10", "9"].map((name) => ({
  name,
  folder: name,
  shownFolder: name,
}));

describe("the shards of a class", () => {
  it("hold each submission once, and differ by one at most in size", () => {
    const shards = [1, 2, 3].map((index) => chooseShard(CLASS, { index, count: 3 }).map(({ name }) => name));
    assert.deepEqual(shards.flat().sort(), CLASS.map(({ name }) => name).sort());
    assert.deepEqual(
      shards.map(({ length }) => length),
      [3, 2, 2],
    );
  });

  it("are the same in whatever order the class is listed", () => {
    const shard = { index: 2, count: 3 };
    assert.deepEqual(chooseShard([...CLASS].reverse(), shard), chooseShard(CLASS, shard));
  });

  it("are named as part/parts, from 1", () => {
    assert.deepEqual(parseShard("2/3"), { index: 2, count: 3 });
    for (const text of ["0/3", "4/3", "1", "1/0", "-1/3", "1/3/5", "a/b", ""])
      assert.equal(parseShard(text), undefined);
  });
});
