import assert from "node:assert/strict";
import { CHECK_IDS, type CheckId } from "../../src/core/checks/check-id";
import { EngineFault } from "../../src/core/container-engine";
import { COURSE } from "../../src/core/course";
import { grade, gradeFiles, type EngineAccess, type GradingEvent } from "../../src/core/grade";
import type { CheckResult, Report } from "../../src/core/report";
import type { Submission } from "../../src/core/submission";
import { eventually } from "../support/eventually";
import { FakeClock } from "../support/fake-clock";
import { FakeEngine } from "../support/fake-engine";
import { submissionOf } from "../support/submission-of";

const DOCKERFILE = `FROM python:3.11 AS builder
COPY requirements.txt .
RUN pip install --prefix=/install -r requirements.txt
FROM python:3.11-slim
RUN useradd appuser
COPY --from=builder /install /usr/local
COPY src/ src/
USER appuser
HEALTHCHECK CMD python -c "import urllib.request; urllib.request.urlopen('http://localhost:5000/health')"
CMD ["python", "src/app.py"]
`;
const GOOD = {
  Dockerfile: DOCKERFILE,
  ".dockerignore": "**/__pycache__\nvenv\n",
  "compose.yaml": "services:\n  api:\n    build: .\n    ports: ['5000:5000']\n  redis:\n    image: redis:7-alpine\n",
  "requirements.txt": "flask\n",
  "src/app.py": "",
};

describe("grade", () => {
  it("gives a perfect submission all 100 points with nothing skipped", async () => {
    const report = await graded(GOOD);
    assert.deepEqual(report.score, { earned: 100, open: 0, max: 100 });
    assert.deepEqual(statuses(report), Object.fromEntries(CHECK_IDS.map((id) => [id, "passed"])));
  });

  it("builds the image and starts its container once, however many checks need them", async () => {
    const engine = new FakeEngine();
    await graded(GOOD, engine);
    assert.equal(engine.calls.filter((call) => call === "build").length, 1);
    assert.equal(engine.calls.filter((call) => call === "run").length, 1);
  });

  it("ends the container once no check looks at it, while Compose still works", async () => {
    const engine = new FakeEngine();
    const { composeRun } = engine;
    engine.startCompose = async () => {
      await eventually("the container's end", 5_000, async () => engine.container.isEnded || undefined);
      return composeRun;
    };
    assert.equal((await graded(GOOD, engine)).score.earned, 100);
  });

  it("skips what waits for a build that failed, keeps those points open, and names the cause", async () => {
    const engine = new FakeEngine();
    engine.buildResult = () =>
      Promise.resolve({
        outcome: "failed",
        message: "exit code: 1",
        instruction: "RUN false",
        line: 4,
        output: [],
        steps: [],
      });
    const report = await graded(GOOD, engine);
    assert.equal(result(report, "image-builds").status, "failed");
    assert.equal(result(report, "image-builds").location?.range.start.line, 4);
    for (const id of ["image-size", "container-healthy", "non-root-user", "healthcheck"] as const) {
      assert.equal(result(report, id).status, "skipped", id);
      assert.equal(result(report, id).waitingFor, "image-builds", id);
    }
    assert.equal(result(report, "non-root-user").evidence["provisional"], true);
    assert.equal(report.score.open, 10 + 5 + 15 + 10);
  });

  it("fails a missing USER from the file alone when the image does not build", async () => {
    const engine = new FakeEngine();
    engine.buildResult = () => Promise.resolve({ outcome: "failed", message: "no", output: [], steps: [] });
    const report = await graded({ ...GOOD, Dockerfile: DOCKERFILE.replace("USER appuser\n", "") }, engine);
    assert.equal(result(report, "non-root-user").status, "failed");
  });

  it("lets the running process decide, whatever the file says", async () => {
    const engine = new FakeEngine();
    engine.container.uid = 0;
    assert.equal(result(await graded(GOOD, engine), "non-root-user").status, "failed");
    engine.container.uid = 65532;
    const withoutUser = { ...GOOD, Dockerfile: DOCKERFILE.replace("USER appuser\n", "") };
    assert.equal(result(await graded(withoutUser, engine), "non-root-user").status, "passed");
  });

  it("takes no point for a fault of the machine", async () => {
    const engine = new FakeEngine();
    engine.buildResult = () =>
      Promise.reject(new EngineFault({ observed: "The registry did not answer.", why: "…", next: "…" }));
    const report = await graded(GOOD, engine);
    assert.equal(result(report, "image-builds").status, "errored");
    assert.equal(report.score.earned + report.score.open, 100);
  });

  it("keeps the parts of Compose that were seen to work, when the machine fails in a later one", async () => {
    const engine = new FakeEngine();
    const lost = new EngineFault({ observed: "The engine went away.", why: "…", next: "…" });
    engine.composeRun = { ...engine.composeRun, recreate: () => Promise.reject(lost) };
    const compose = result(await graded(GOOD, engine), "compose");
    assert.deepEqual(
      compose.parts.map((part) => `${part.id} ${part.status}`),
      ["config passed", "up passed", "counter errored"],
    );
    assert.deepEqual([compose.status, compose.earned], ["errored", 10]);
  });

  it("says what an unreachable engine keeps it from seeing, and still judges the files", async () => {
    const report = await graded(GOOD, {
      status: "unreachable",
      reason: "not-running",
      detail: "Docker is installed but not running.",
      next: "Start Docker Desktop.",
    });
    assert.deepEqual(report.engine, {
      status: "unreachable",
      reason: "not-running",
      detail: "Docker is installed but not running.",
    });
    assert.equal(result(report, "image-builds").status, "errored");
    assert.equal(result(report, "image-builds").next, "Start Docker Desktop.");
    assert.deepEqual(report.score, { earned: 35, open: 65, max: 100 });
  });

  it("gives nothing to a folder with nothing in it, and leaves open only what waits", async () => {
    const report = await graded({});
    assert.equal(report.score.earned, 0);
    for (const id of [
      "dockerfile-exists",
      "multi-stage",
      "slim-base",
      "non-root-user",
      "healthcheck",
      "dockerignore",
      "compose",
    ] as const) {
      assert.equal(result(report, id).status, "failed", id);
    }
    assert.equal(result(report, "image-builds").waitingFor, "dockerfile-exists");
  });

  it("reports the chosen checks only, runs what they depend on, and counts their points as the maximum", async () => {
    const engine = new FakeEngine();
    const report = await graded(GOOD, engine, ["image-size"]);
    assert.deepEqual(
      report.checks.map((check) => check.id),
      ["image-size"],
    );
    assert.deepEqual(report.score, { earned: 10, open: 0, max: 10 });
    assert.ok(!engine.calls.includes("compose up"));
  });

  it("tells each check's beginning and end, once each", async () => {
    const events: GradingEvent[] = [];
    await run(submissionOf(GOOD), new FakeEngine(), undefined, (event) => events.push(event));
    const started = events.flatMap((event) => (event.kind === "check-started" ? [event.id] : []));
    const finished = events.flatMap((event) => (event.kind === "check-finished" ? [event.result.id] : []));
    assert.deepEqual([...started].sort(), [...CHECK_IDS].sort());
    assert.deepEqual([...finished].sort(), [...CHECK_IDS].sort());
  });

  it("ends with the reason of a cancelled run, never with a report", async () => {
    const stop = new AbortController();
    const engine = new FakeEngine();
    engine.buildResult = () => {
      stop.abort(new Error("stopped by the learner"));
      return Promise.reject(new Error("connection closed"));
    };
    const access = { status: "ready", engine } as const;
    await assert.rejects(
      grade(submissionOf(GOOD), access, { clock: new FakeClock(), signal: stop.signal }),
      /stopped by the learner/,
    );
  });
});

describe("gradeFiles", () => {
  it("has the verdicts of the four checks that files decide, and no guess about the others", () => {
    const results = gradeFiles(submissionOf(GOOD));
    assert.deepEqual(
      results.map((one) => one.id),
      ["dockerfile-exists", "multi-stage", "slim-base", "dockerignore"],
    );
  });

  it("has the failing static half of a check that an engine would otherwise decide", () => {
    const results = gradeFiles(submissionOf({ ...GOOD, Dockerfile: "FROM python:3.11-slim\n" }));
    assert.equal(results.find((one) => one.id === "non-root-user")?.status, "failed");
    assert.equal(results.find((one) => one.id === "healthcheck")?.status, "failed");
  });
});

describe("the course", () => {
  it("is worth 100 points, and parts add up to their check", () => {
    assert.equal(
      COURSE.checks.reduce((total, check) => total + check.points, 0),
      100,
    );
    for (const { parts, points, id } of COURSE.checks) {
      if (parts)
        assert.equal(
          parts.reduce((total, part) => total + part.points, 0),
          points,
          id,
        );
    }
    assert.deepEqual(
      COURSE.checks.map((check) => check.id),
      CHECK_IDS,
    );
  });
});

function graded(
  texts: Readonly<Record<string, string>>,
  engine?: FakeEngine | EngineAccess,
  only?: CheckId[],
): Promise<Report> {
  return run(submissionOf(texts), engine ?? new FakeEngine(), only);
}

function run(
  submission: Submission,
  engine: FakeEngine | EngineAccess,
  only?: readonly CheckId[],
  onEvent?: (event: GradingEvent) => void,
): Promise<Report> {
  const access: EngineAccess = engine instanceof FakeEngine ? { status: "ready", engine } : engine;
  return grade(submission, access, {
    clock: new FakeClock(),
    signal: new AbortController().signal,
    ...(only && { only }),
    ...(onEvent && { onEvent }),
  });
}

function result(report: Report, id: CheckId): CheckResult {
  const found = report.checks.find((check) => check.id === id);
  assert.ok(found, `the report lists ${id}`);
  return found;
}

function statuses(report: Report): Record<string, string> {
  return Object.fromEntries(report.checks.map((check) => [check.id, check.status]));
}
