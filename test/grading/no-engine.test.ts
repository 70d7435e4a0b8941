import { strict as assert } from "node:assert";
import { createServer, type Server, type Socket } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/core/report";
import { loadFixture } from "../support/fixture";
import { gradeNow, statusOf } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";
import { assertFitsSchema } from "../support/report-schema";

describe("Without an engine that answers, a grading run", function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "dockerize-coach-no-engine-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("still judges the files where the engine is stopped, and costs no points for the rest", async () => {
    using submission = materialise(loadFixture("reference-solution"));
    const report = await gradeNow(submission.path, { DOCKER_HOST: `unix://${join(folder, "docker.sock")}` });
    assertFilesAlone(report);
    assert.ok(report.engine.status === "unreachable" && report.engine.reason === "not-running", explain(report));
  });

  it("gives up on a socket that accepts and never answers", async () => {
    using submission = materialise(loadFixture("reference-solution"));
    const socket = join(folder, "silent.sock");
    const silent = await listenInSilence(socket);
    try {
      const report = await gradeNow(submission.path, { DOCKER_HOST: `unix://${socket}` });
      assertFilesAlone(report);
      assert.ok(report.engine.status === "unreachable" && report.engine.reason === "timed-out", explain(report));
    } finally {
      await silent.close();
    }
  });
});

function assertFilesAlone(report: Report): void {
  for (const id of ["dockerfile-exists", "multi-stage", "slim-base", "dockerignore"] as const) {
    assert.equal(statusOf(report, id), "passed", id);
  }
  for (const id of ["image-builds", "compose"] as const) assert.equal(statusOf(report, id), "errored", id);
  assert.deepEqual(report.score, { earned: 35, open: 65, max: 100 });
  const errored = report.checks.filter((check) => check.status === "errored");
  for (const check of errored) assert.ok(check.observed && check.next, `${check.id} does not say what to do`);
  assertFitsSchema(report);
}

function explain(report: Report): string {
  return JSON.stringify(report.engine);
}

async function listenInSilence(path: string): Promise<{ close(): Promise<void> }> {
  const callers = new Set<Socket>();
  const server: Server = createServer((caller) => {
    callers.add(caller);
    caller.on("error", () => undefined).on("close", () => callers.delete(caller));
    caller.resume();
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    close() {
      for (const caller of callers) caller.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
