import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { grade } from "../../src/core/grade";
import type { CheckResult, Report } from "../../src/core/report";
import { openWorkFolder } from "../../src/folder/work-folder";
import { type Escape, ESCAPES } from "../hostile/escapes";
import { layEscape } from "../hostile/lay-escape";
import { FakeClock } from "../support/fake-clock";
import { FakeEngine } from "../support/fake-engine";
import { tempFolder } from "../support/temp-folder";

const signal = new AbortController().signal;

interface Judged {
  readonly report: Report;
  readonly result: CheckResult;
  /** what the engine was asked to do */
  readonly calls: readonly string[];
  /** the line that the check points at */
  readonly line: string | undefined;
  /** the folder outside, as it stands in a message */
  readonly canary: string;
}

/** Grades the solution with the escape in it, from its staged copy, on an engine that only notes what it is asked. */
async function judged(escape: Escape): Promise<Judged> {
  using place = tempFolder({ "canary/secret.txt": "TOKEN=canary" });
  const folder = join(place.path, "submission");
  const canary = join(place.path, "canary");
  layEscape(escape, folder, canary);
  const work = await openWorkFolder({ folder, trust: "untrusted", signal });
  try {
    const engine = new FakeEngine();
    const clock = new FakeClock();
    const report = await grade(work.submission, { status: "ready", engine }, { clock, signal, trust: "untrusted" });
    const result = report.checks.find(({ id }) => id === escape.check);
    assert(result);
    const { file, range } = result.location ?? {};
    const path = file === undefined ? "" : join(folder, file);
    const line = range && existsSync(path) ? readFileSync(path, "utf8").split("\n")[range.start.line] : undefined;
    return { report, result, calls: engine.calls, line, canary };
  } finally {
    await work.dispose();
  }
}

(process.platform === "win32" ? describe.skip : describe)("untrusted work", () => {
  for (const escape of ESCAPES) {
    it(`is refused ${escape.name}`, async () => {
      const { report, result, calls, line, canary } = await judged(escape);
      assert.equal(result.status, "failed", result.observed);
      const [says = "", start] = [escape.says, escape.line].map((text) => text?.replaceAll("CANARY", canary));
      assert.ok(result.observed?.includes(says), `${result.observed} does not say: ${says}`);
      assert.ok(result.why && result.next, "it says why, and what to do");
      assert.ok(!JSON.stringify(report).includes("TOKEN=canary"), "nothing from outside is in the report");
      if (start !== undefined) assert.equal(line?.replace(/^[\s\uFEFF]+/, "").slice(0, start.length), start);
      if (escape.check === "compose") assert.ok(!calls.some((call) => /^(resolve|compose)/.test(call)), String(calls));
      else assert.ok(!calls.some((call) => /^(build|run|compose up)/.test(call)), String(calls));
    });
  }
});
