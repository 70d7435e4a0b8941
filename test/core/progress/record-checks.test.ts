import assert from "node:assert/strict";
import { factsReached } from "../../../src/core/progress/facts";
import { newProgress } from "../../../src/core/progress/progress";
import { recordChecks } from "../../../src/core/progress/record-checks";
import type { CheckResult } from "../../../src/core/report";

const NOW = "2030-01-01T10:00:00.000Z";
const LATER = "2030-01-01T11:00:00.000Z";
const nothing = newProgress("dockerize-python-app", "/challenge", NOW);

function result(status: CheckResult["status"], earned = status === "passed" ? 15 : 0): CheckResult {
  return {
    id: "non-root-user",
    title: "",
    points: 15,
    earned,
    status,
    step: 3,
    parts: [],
    evidence: {},
    durationMs: 1,
  };
}

describe("noting what checks have shown", () => {
  it("adds up the points of what has passed, and leaves the rest open", () => {
    const progress = recordChecks(nothing, [result("passed")], { isRun: true, now: NOW });
    assert.deepEqual(progress.score, { earned: 15, open: 85, max: 100 });
  });

  it("goes back when a check fails again, and says since when", () => {
    const passed = recordChecks(nothing, [result("passed")], { isRun: true, now: NOW });
    const broken = recordChecks(passed, [result("failed")], { isRun: false, now: LATER });
    assert.equal(broken.checks["non-root-user"]?.status, "failed");
    assert.equal(broken.checks["non-root-user"]?.at, LATER);
    assert.equal(broken.score?.earned, 0);
    assert.ok(!factsReached(broken).has("passed.non-root-user"));
  });

  it("lets a fault of the machine take nothing back", () => {
    const passed = recordChecks(nothing, [result("passed")], { isRun: true, now: NOW });
    assert.equal(recordChecks(passed, [result("errored")], { isRun: true, now: LATER }), passed);
  });

  it("counts failed runs in a row, and not what is typed in between", () => {
    const once = recordChecks(nothing, [result("failed")], { isRun: true, now: NOW });
    const typed = recordChecks(once, [result("failed")], { isRun: false, now: NOW });
    const twice = recordChecks(typed, [result("partial", 5)], { isRun: true, now: NOW });
    assert.equal(twice.checks["non-root-user"]?.failedRuns, 2);
    const passed = recordChecks(twice, [result("passed")], { isRun: true, now: NOW });
    assert.equal(passed.checks["non-root-user"]?.failedRuns, 0);
  });

  it("changes nothing where nothing has changed, so that nothing is written", () => {
    const passed = recordChecks(nothing, [result("passed")], { isRun: true, now: NOW });
    assert.equal(recordChecks(passed, [result("passed")], { isRun: false, now: LATER }), passed);
  });
});
