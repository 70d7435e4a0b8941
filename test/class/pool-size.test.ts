import assert from "node:assert/strict";
import { poolSize } from "../../src/class/grading/pool-size";

const GIB = 1024 ** 3;

describe("how many submissions are graded at once", () => {
  const cases: readonly (readonly [string, number, number, number])[] = [
    ["two for each CPU", 2, 24 * GIB, 4],
    ["no more than its memory allows", 8, 3 * GIB, 3],
    ["eight at most, as each has a process here", 64, 512 * GIB, 8],
    ["one at least", 1, GIB / 2, 1],
  ];
  for (const [what, cpus, memoryBytes, size] of cases)
    it(`is ${what}`, () => assert.equal(poolSize({ cpus, memoryBytes }), size));
});
