import assert from "node:assert/strict";
import type { CheckResult } from "../../src/core/report";
import { betterOf, needsSecondLook } from "../../src/class/grading/needs-second-look";
import { reportOf } from "../cli/report-of";
import { undecided } from "./a-submission";

const failed = (change: Partial<CheckResult>) =>
  ({ status: "failed", observed: "o", why: "w", next: "n", ...change }) as const;
const up = (status: "passed" | "failed") => [{ id: "up", title: "up", points: 5, earned: 0, status }];

describe("a second look, alone on the engine,", () => {
  const needed = {
    "something could not be decided": undecided(),
    "nothing answered": reportOf({ "container-healthy": failed({ evidence: { detail: "refused", outOfTime: true } }) }),
    "the probe was too slow": reportOf({ healthcheck: failed({ evidence: { outOfTime: true } }) }),
    "Compose did not come up in time": reportOf({
      compose: failed({ parts: up("failed"), evidence: { outOfTime: true } }),
    }),
  };
  for (const [what, report] of Object.entries(needed))
    it(`is taken where ${what}`, () => assert.ok(needsSecondLook({ ending: "graded", report })));

  const needless = {
    "all passed": reportOf(),
    "the files decide": reportOf({ "non-root-user": failed({}), "slim-base": failed({}), compose: failed({}) }),
    "the container ended": reportOf({ "container-healthy": failed({ evidence: { exitCode: 1 } }) }),
    "the probe itself failed": reportOf({ healthcheck: failed({ evidence: { probes: [{ exitCode: 127 }] } }) }),
    "Compose did not come up for want of an image": reportOf({ compose: failed({ parts: up("failed") }) }),
    "the counter does not grow": reportOf({ compose: failed({ status: "partial", parts: up("passed") }) }),
  };
  for (const [what, report] of Object.entries(needless))
    it(`is not taken where ${what}`, () => assert.ok(!needsSecondLook({ ending: "graded", report })));

  it("is not taken where the time limit was reached, which it would be again", () => {
    assert.ok(!needsSecondLook({ ending: "timed-out", report: undecided() }));
  });

  it("counts where it leaves less open, or earns as much", () => {
    const [open, full, low] = [undecided(), reportOf(), reportOf({ compose: failed({}) })].map((report) => {
      return { ending: "graded", report } as const;
    });
    assert.equal(betterOf(open!, low!), low);
    assert.equal(betterOf(low!, full!), full);
    assert.equal(betterOf(full!, low!), full);
    assert.equal(betterOf(full!, open!), full);
  });
});
