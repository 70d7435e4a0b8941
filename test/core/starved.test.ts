import assert from "node:assert/strict";
import type { CheckId } from "../../src/core/checks/check-id";
import { ranOutOfTime } from "../../src/core/checks/out-of-time";
import { EngineFault } from "../../src/core/container-engine";
import type { ContainerState, HttpAnswer } from "../../src/core/running-container";
import { grade } from "../../src/core/grade";
import type { CheckResult, CheckStatus } from "../../src/core/report";
import { FakeClock } from "../support/fake-clock";
import { type FakeContainer, FakeEngine } from "../support/fake-engine";
import { submissionOf } from "../support/submission-of";

const FILES = { Dockerfile: "FROM python:3.11-slim\n", "requirements.txt": "flask\n", "src/app.py": "" };
const STARVED = new EngineFault({ observed: "Docker's machine is too busy to tell.", why: "", next: "" });
const NO_ANSWER: HttpAnswer = { answered: false, detail: "no complete answer within 3 s" };
const WRONG: HttpAnswer = { answered: true, status: 500, body: "{}" };

describe("On a machine that has far too much to do", () => {
  it("an app that does not answer in time is not judged", async () =>
    assert.equal(await appStatus(NO_ANSWER, STARVED), "errored"));
  it("an app that answers wrongly fails as anywhere", async () =>
    assert.equal(await appStatus(WRONG, STARVED), "failed"));
  it("and only there: on another the silent app fails", async () =>
    assert.equal(await appStatus(NO_ANSWER, undefined), "failed"));
  it("an app that had its time fails as anywhere", async () =>
    assert.equal(await appStatus(NO_ANSWER, STARVED, { waited: false }), "failed"));
  it("an app that keeps it busy itself, with ever more processes, fails", async () =>
    assert.equal(await appStatus(NO_ANSWER, STARVED, { forks: true }), "failed"));
  it("and so does its health check, however late that is", async () => {
    const late = { ...RUNNING, health: "unhealthy", failingStreak: 3, probes: [{ exitCode: -1, output: "" }] } as const;
    const result = await graded("healthcheck", NO_ANSWER, STARVED, { forks: true, states: [late] });
    assert.equal(result?.status, "failed");
    assert.ok(result && !ranOutOfTime(result.evidence));
  });
});

const RUNNING: ContainerState = { running: true, outOfMemory: false, failingStreak: 0, probes: [] };

async function appStatus(...situation: Situation): Promise<CheckStatus | undefined> {
  return (await graded("container-healthy", ...situation))?.status;
}

type Situation = [
  answer: HttpAnswer,
  starved: EngineFault | undefined,
  app?: Partial<Pick<FakeContainer, "forks" | "waited" | "states">>,
];

async function graded(id: CheckId, ...[answer, starved, app]: Situation): Promise<CheckResult | undefined> {
  const engine = new FakeEngine();
  Object.assign(engine.container, { states: [RUNNING] }, app);
  engine.container.answer = () => answer;
  if (starved) engine.container.starved = starved;
  const options = {
    clock: new FakeClock(),
    signal: new AbortController().signal,
    only: [id],
  };
  const report = await grade(submissionOf(FILES), { status: "ready", engine }, options);
  return report.checks[0];
}
