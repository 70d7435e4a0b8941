import assert from "node:assert/strict";
import { limitBuildCache, tooMuch } from "../../src/docker/build/limit-build-cache";
import { withFolder } from "./graded-folder";

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

describe("the build cache of a real engine, limited", function () {
  this.timeout(120_000);

  /** Builds a step that no other build has, and tells whether it came from the cache. */
  async function cached(stamp: string): Promise<boolean> {
    let state: string | undefined;
    await withFolder({ Dockerfile: `FROM python:3.11-slim\nRUN echo ${stamp} > /stamp\n` }, async ({ engine }) => {
      const { steps } = await engine.build({ dockerfile: "Dockerfile", context: "." });
      state = steps.find(({ name }) => name.includes("RUN echo"))?.state;
    });
    return state === "cached";
  }

  it("loses what was added since, and keeps what was there before", async () => {
    const [before, added] = [`before-${Date.now()}`, `added-${Date.now()}`];
    await cached(before);
    await withFolder({}, async ({ context }) => {
      const limit = await limitBuildCache(context, 0);
      await cached(added);
      assert.ok(await cached(added), "as long as nothing is removed, it comes from the cache");
      assert.ok((await limit.apply()) > 0, "bytes are freed");
      assert.deepEqual([await cached(added), await cached(before)], [false, true]);
    });
  });
});
