import assert from "node:assert/strict";
import { offersHint, openNextHint, openRungs } from "../../../src/core/progress/open-hint";
import { newProgress, type Progress } from "../../../src/core/progress/progress";

const NOW = "2030-01-01T10:00:00.000Z";
const failed = (runs: number, open = 0): Progress => ({
  ...newProgress("dockerize-python-app", undefined, NOW),
  checks: { healthcheck: { status: "failed", earned: 0, at: NOW, failedRuns: runs } },
  hints: { healthcheck: open },
});

describe("hints", () => {
  it("open one at a time, and no further than the solution", () => {
    let progress = failed(0);
    for (const expected of [1, 2, 3, 4, 5, 5]) {
      progress = openNextHint(progress, "healthcheck");
      assert.equal(openRungs(progress, "healthcheck"), expected);
    }
  });

  it("are offered after three failed runs, and the next one after three more", () => {
    assert.equal(offersHint(failed(2), "healthcheck"), false);
    assert.equal(offersHint(failed(3), "healthcheck"), true);
    assert.equal(offersHint(failed(3, 1), "healthcheck"), false);
    assert.equal(offersHint(failed(6, 1), "healthcheck"), true);
  });

  it("never offer the solution by themselves", () => {
    assert.equal(offersHint(failed(99, 4), "healthcheck"), false);
  });
});
