import assert from "node:assert/strict";
import { tooMuch } from "../../src/docker/limit-build-cache";

const record = (ID: string, Size: number, LastUsedAt: string | null, InUse = false) => ({
  ...{ ID, Size, LastUsedAt, InUse },
  CreatedAt: "2026-01-01T00:00:00Z",
});

describe("what a limited build cache gives up", () => {
  const records = [
    record("new", 40, "2026-01-01T12:00:00Z"),
    record("old", 30, "2026-01-01T10:00:00Z"),
    record("never used", 20, null),
    record("busy", 50, "2026-01-01T09:00:00Z", true),
  ];
  const cases: readonly (readonly [string, number, readonly string[]])[] = [
    ["nothing within the limit", 140, []],
    ["what was used longest ago, and no more than it must", 100, ["never used", "old"]],
    ["never what a build uses, whatever the limit", 0, ["never used", "old", "new"]],
  ];
  for (const [what, limit, gone] of cases)
    it(`is ${what}`, () =>
      assert.deepEqual(
        tooMuch(records, limit).map(({ ID }) => ID),
        gone,
      ));
});
