import assert from "node:assert/strict";
import type { CheckResult, Report } from "../../src/core/report";
import { comparable } from "./comparable";

const CHECK: CheckResult = {
  id: "image-builds",
  title: "Image builds",
  points: 10,
  earned: 10,
  status: "passed",
  step: 3,
  observed: "The image builds (14 steps, 9 of them from the cache).\nIt is in /tmp/one/work.",
  parts: [],
  evidence: {
    imageId: `sha256:${"a".repeat(64)}`,
    buildMs: 12,
    cachedSteps: 9,
    output: ["[29/Nov/2026 07:46:35] GET", "b"],
  },
  durationMs: 20,
};

function report(check: Partial<CheckResult>, more: Partial<Report> = {}): Report {
  return {
    version: 1,
    challenge: "dockerize-python-app",
    score: { earned: 10, open: 0, max: 10 },
    engine: { status: "ready", version: "28.0.0", apiVersion: "1.48" },
    checks: [{ ...CHECK, ...check }],
    durationMs: 30,
    ...more,
  };
}

describe("two reports of the same work", () => {
  const one = comparable(report({}), { folder: "/tmp/one/work" });

  it("are the same, whatever the time, the place, the engine's version and its cache", () => {
    const evidence = {
      ...{ imageId: `sha256:${"b".repeat(64)}`, buildMs: 9000, cachedSteps: 0 },
      output: ["b", "[29/Nov/2026 09:00:01] GET", "[29/Nov/2026 09:00:03] GET"],
    };
    const observed = "The image builds (14 steps, 0 of them from the cache).\nIt is in /home/ada/two.";
    const engine = { status: "ready", version: "20.10.24", apiVersion: "1.41" } as const;
    const other = report({ observed, evidence, durationMs: 7 }, { engine, durationMs: 8 });
    assert.deepEqual(comparable(other, { folder: "/home/ada/two" }), one);
  });

  const differences: readonly [title: string, check: Partial<CheckResult>][] = [
    ["a status", { status: "failed" }],
    ["points", { earned: 9 }],
    ["a word", { observed: CHECK.observed?.replace("builds", "stands") ?? "" }],
    ["the number of steps", { observed: CHECK.observed?.replace("14", "15") ?? "" }],
    ["what to do next", { next: "Nothing." }],
    [
      "a place in a file",
      { location: { file: "Dockerfile", range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } } } },
    ],
    ["a line of the output", { evidence: { ...CHECK.evidence, output: ["c"] } }],
  ];
  for (const [title, check] of differences) {
    it(`differ by ${title}`, () => {
      assert.notDeepEqual(comparable(report(check), { folder: "/tmp/one/work" }), one);
    });
  }
});
