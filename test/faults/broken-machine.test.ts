import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckResult, Report } from "../../src/core/report";
import { NOTHING, thingsOfProcess } from "../support/docker";
import { loadFixture } from "../support/fixture";
import { materialise, type SubmissionFolder } from "../support/materialise-fixture";
import { tempFolder } from "../support/temp-folder";
import { gradeInChild } from "./graded-in-child";

describe("On a broken machine the reference solution loses no point", function () {
  this.timeout(240_000);
  let submission: SubmissionFolder;

  beforeEach(() => (submission = materialise(loadFixture("reference-solution"))));
  afterEach(() => submission[Symbol.dispose]());

  for (const [title, options, cause] of [
    ["a full temporary folder", "size=64k", /no space|disk/i],
    ["a temporary folder that nobody may write to", "ro", /read-only/i],
  ] as const) {
    it(`with ${title}: what needs it is open, and the folder is named as the cause`, async function () {
      using temp = mounted(options) ?? this.skip();
      const { report, pid } = await gradeInChild(submission.path, { TMPDIR: temp.path });
      assertNothingLost(report);
      assert.ok(errored(report).length > 0, "nothing needed the folder: the test shows nothing");
      for (const { id, observed } of errored(report)) assert.match(`${observed}`, cause, id);
      assert.match(`${errored(report)[0]?.observed}`, /temporary folder/);
      assert.deepEqual(await thingsOfProcess(pid), NOTHING);
    });
  }

  for (const [title, version] of [
    ["newer than the engine's", "1.99"],
    ["older than the engine takes", "1.12"],
  ] as const) {
    it(`with a version of the API in the environment that is ${title}: it is named`, async () => {
      const { report, pid } = await gradeInChild(submission.path, { DOCKER_API_VERSION: version });
      assertNothingLost(report);
      const compose = errored(report).find(({ id }) => id === "compose");
      assert.match(`${compose?.observed}`, new RegExp(`version.*${version.replace(".", "\\.")}`, "i"));
      assert.match(`${compose?.next}`, /DOCKER_API_VERSION/);
      assert.deepEqual(await thingsOfProcess(pid), NOTHING);
    });
  }

  it("whose clock jumps by a day at each look: all 100 points are found, and the times are no nonsense", async () => {
    const started = performance.now();
    const { report, pid } = await gradeInChild(submission.path, {}, ["jumping-clock.ts"]);
    const tookMs = performance.now() - started;
    assert.deepEqual(report.score, { earned: 100, open: 0, max: 100 });
    for (const ms of durations(report)) assert.ok(ms >= 0 && ms <= tookMs, `${ms} ms of ${Math.round(tookMs)} ms`);
    assert.deepEqual(await thingsOfProcess(pid), NOTHING);
  });
});

function assertNothingLost({ checks }: Report): void {
  const lost = checks.filter(({ status }) => status === "failed" || status === "partial");
  assert.deepEqual(lost, [], "a fault of the machine counted against the work");
}

function errored({ checks }: Report): readonly CheckResult[] {
  return checks.filter(({ status }) => status === "errored");
}

function durations({ checks, durationMs }: Report): readonly number[] {
  const build = checks.map(({ evidence }) => evidence.buildMs).filter((ms) => typeof ms === "number");
  return [durationMs, ...build, ...checks.map((check) => check.durationMs)];
}

/** A small file system of its own, full where it can be written to; undefined where this user may mount none. */
function mounted(options: string): (Disposable & { readonly path: string }) | undefined {
  const folder = tempFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder.path], { stdio: "pipe" });
  } catch {
    folder[Symbol.dispose]();
    return undefined;
  }
  if (options !== "ro") fill(folder.path);
  const dispose = () => {
    execFileSync("umount", [folder.path]);
    folder[Symbol.dispose]();
  };
  return { path: folder.path, [Symbol.dispose]: dispose };
}

function fill(folder: string): void {
  assert.throws(() => writeFileSync(join(folder, "full"), Buffer.alloc(2 ** 20)), { code: "ENOSPC" });
}
