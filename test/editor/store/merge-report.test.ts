import assert from "node:assert/strict";
import { mergeReport } from "../../../src/editor/store/merge-report";
import { aReport, aResult, reportOf } from "../a-report";

describe("merging a run into the last report", () => {
  it("takes a first run as it is, also one of a single check", () => {
    const first = reportOf([aResult("compose", "failed")]);
    assert.deepEqual(mergeReport(undefined, first), first);
  });

  it("replaces the one check that was run and counts the points anew", () => {
    const last = aReport(aResult("dockerignore", "failed"), aResult("multi-stage", "failed"));
    const merged = mergeReport(last, reportOf([aResult("dockerignore")]));
    assert.equal(merged.checks.find((check) => check.id === "dockerignore")?.status, "passed");
    assert.deepEqual(merged.score, { earned: 85, open: 0, max: 100 });
  });

  it("keeps the course's order, whichever check came last", () => {
    const merged = mergeReport(
      reportOf([aResult("compose")]),
      reportOf([aResult("slim-base"), aResult("image-builds")]),
    );
    assert.deepEqual(
      merged.checks.map((check) => check.id),
      ["slim-base", "image-builds", "compose"],
    );
  });

  it("forgets a result that waited for a check which passes now", () => {
    const last = aReport(
      aResult("image-builds", "failed"),
      aResult("image-size", "skipped", { waitingFor: "image-builds" }),
    );
    const merged = mergeReport(last, reportOf([aResult("image-builds")]));
    assert.equal(
      merged.checks.some((check) => check.id === "image-size"),
      false,
    );
    assert.equal(merged.score.max, 90);
  });

  it("keeps a result that still waits", () => {
    const waits = aResult("image-size", "skipped", { waitingFor: "image-builds" });
    const merged = mergeReport(aReport(aResult("image-builds", "failed"), waits), reportOf([aResult("compose")]));
    assert.deepEqual(
      merged.checks.find((check) => check.id === "image-size"),
      waits,
    );
  });

  it("says of the engine what the newer run found", () => {
    const unreachable = { status: "unreachable", reason: "not-running", detail: "Docker is not running." } as const;
    const newer = { ...reportOf([aResult("compose", "errored")]), engine: unreachable };
    assert.deepEqual(mergeReport(aReport(), newer).engine, unreachable);
  });
});
