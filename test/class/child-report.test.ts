import assert from "node:assert/strict";
import { childResult } from "../../src/class/grading/child-report";
import { reportOf } from "../cli/report-of";
import { assertFitsSchema } from "../support/report-schema";

const ENGINE = { status: "ready", version: "28.0.0", apiVersion: "1.48" } as const;
const [first, second] = reportOf({ "multi-stage": { status: "failed", observed: "o", why: "w", next: "n" } }).checks;
const decided = [first, second].filter((check) => check !== undefined);

describe("a grading that does not come to its end", () => {
  it("by the time limit keeps what was decided, and leaves the other points open", () => {
    const { ending, report } = childResult({ ended: "timed-out", checks: decided }, 45_000, ENGINE, 46_000);
    assert.equal(ending, "timed-out");
    assert.deepEqual(report.score, { earned: 5, open: 80, max: 100 });
    assert.deepEqual(report.checks.slice(0, 2), decided);
    assert.match(report.checks[3]?.observed ?? "", /within the time limit of 45 s/);
    assertFitsSchema(report);
  });

  it("by a crash says how, without what a terminal would obey", () => {
    const outcome = { ended: "crashed", checks: [], detail: "signal SIGKILL: \u001b[2Jheap" } as const;
    const { ending, report } = childResult(outcome, 45_000, ENGINE, 9);
    assert.equal(ending, "crashed");
    assert.deepEqual(report.score, { earned: 0, open: 100, max: 100 });
    assert.match(report.checks[0]?.observed ?? "", /ended early \(signal SIGKILL: \ufffd\[2Jheap\)/);
    assertFitsSchema(report);
  });

  it("since its folder cannot be read says so", () => {
    const fault = { observed: "it does not exist", why: "w", next: "n" };
    const { ending, report } = childResult({ ended: "unreadable", fault }, 45_000, ENGINE, 9);
    assert.equal(ending, "unreadable");
    assert.ok(report.checks.every(({ status, observed }) => status === "errored" && observed === fault.observed));
  });
});
