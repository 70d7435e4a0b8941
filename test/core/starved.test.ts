import assert from "node:assert/strict";
import { EngineFault, type HttpAnswer } from "../../src/core/container-engine";
import { grade } from "../../src/core/grade";
import type { CheckStatus } from "../../src/core/report";
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
});

async function appStatus(
  answer: HttpAnswer,
  starved: EngineFault | undefined,
  app: Partial<Pick<FakeContainer, "forks" | "waited">> = {},
): Promise<CheckStatus | undefined> {
  const engine = new FakeEngine();
  Object.assign(engine.container, app);
  engine.container.states = [{ running: true, outOfMemory: false, failingStreak: 0, probes: [] }];
  engine.container.answer = () => answer;
  if (starved) engine.container.starved = starved;
  const options = {
    clock: new FakeClock(),
    signal: new AbortController().signal,
    only: ["container-healthy"],
  } as const;
  const report = await grade(submissionOf(FILES), { status: "ready", engine }, options);
  return report.checks[0]?.status;
}
