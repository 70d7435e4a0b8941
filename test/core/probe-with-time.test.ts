import assert from "node:assert/strict";
import type { ContainerState } from "../../src/core/running-container";
import { grade } from "../../src/core/grade";
import type { CheckResult } from "../../src/core/report";
import { FakeClock } from "../support/fake-clock";
import { FakeContainer, FakeEngine } from "../support/fake-engine";
import { submissionOf } from "../support/submission-of";

const FILES = {
  Dockerfile: "FROM python:3.11-slim\nUSER app\nHEALTHCHECK CMD python probe.py\n",
  "requirements.txt": "flask\n",
  "src/app.py": "",
};
const STOPPED = { exitCode: -1, output: "Health check exceeded timeout (3s)" };
const REFUSED = { exitCode: 1, output: "connection refused" };

describe("A health check that Docker stopped after its time-out", () => {
  it("is open where it comes through with more time: the machine is too busy", async () => {
    const result = await healthcheckOf({ probe: STOPPED, withMoreTime: "healthy", timeoutMs: 3_000 });
    assert.equal(result.status, "errored");
    assert.match(`${result.observed}`, /time-out of 3 s; with more time it comes through/);
  });

  it("fails where it does not come through with more time either", async () => {
    const result = await healthcheckOf({ probe: STOPPED, withMoreTime: "unhealthy", timeoutMs: 3_000 });
    assert.equal(result.status, "failed");
  });

  it("fails where the time-out is one that no program can keep", async () => {
    const result = await healthcheckOf({ probe: STOPPED, withMoreTime: "healthy", timeoutMs: 5 });
    assert.equal(result.status, "failed");
  });

  it("is not what it is about where the probe itself said no", async () => {
    const result = await healthcheckOf({ probe: REFUSED, withMoreTime: "healthy", timeoutMs: 3_000 });
    assert.equal(result.status, "failed");
  });
});

interface Case {
  readonly probe: ContainerState["probes"][number];
  readonly withMoreTime: "healthy" | "unhealthy";
  readonly timeoutMs: number;
}

async function healthcheckOf({ probe, withMoreTime, timeoutMs }: Case): Promise<CheckResult> {
  const engine = new FakeEngine();
  engine.imageConfig = { user: "app", healthcheck: { test: ["CMD", "python", "probe.py"], timeoutMs, retries: 1 } };
  engine.container.states = [1, 2, 3, 4].map((failingStreak) => stateOf("unhealthy", failingStreak, [probe]));
  const patient = new FakeContainer();
  patient.states = [stateOf("starting", 0, []), stateOf(withMoreTime, 1, [probe])];
  engine.run = (request) => Promise.resolve((request.healthcheck?.timeoutMs ?? 0) > 3_000 ? patient : engine.container);
  const options = { clock: new FakeClock(), signal: new AbortController().signal, only: ["healthcheck"] } as const;
  const report = await grade(submissionOf(FILES), { status: "ready", engine }, options);
  const [result] = report.checks;
  assert.ok(result);
  return result;
}

function stateOf(
  health: "starting" | "healthy" | "unhealthy",
  failingStreak: number,
  probes: ContainerState["probes"],
): ContainerState {
  return { running: true, outOfMemory: false, health, failingStreak, probes };
}
