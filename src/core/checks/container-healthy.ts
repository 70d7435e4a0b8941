import { FORKS, type HealthAnswer } from "./await-health";
import type { Check, Verdict } from "./check";
import { OUT_OF_TIME } from "./out-of-time";

const WHY = "An image is only worth something if the app in it starts and can be reached from outside the container.";

/** The container stays up, and GET /health on port 5000 says healthy within 30 s. */
export const containerHealthy: Check = {
  id: "container-healthy",
  dependsOn: "image-builds",
  async judgeBehaviour(bench) {
    return verdictOf(await bench.health());
  },
};

function verdictOf(answer: HealthAnswer): Verdict {
  switch (answer.kind) {
    case "healthy":
      return {
        status: "passed",
        observed: "The container runs and GET /health says healthy.",
        evidence: { answeredAfterMs: answer.afterMs },
      };
    case "wrong":
      return {
        status: "failed",
        observed: `GET /health answered ${answer.status} ${clip(answer.body)}; expected 200 with {"status": "healthy"}.`,
        why: WHY,
        next: "Check that the container starts the app of src/app.py, and that /health of it was not changed.",
        evidence: { httpStatus: answer.status },
      };
    case "exited":
      return exited(answer);
    case "forking":
      return forking(answer);
    case "silent":
      return silent(answer);
  }
}

function exited(answer: Extract<HealthAnswer, { kind: "exited" }>): Verdict {
  const code = answer.exitCode === undefined ? "" : ` with exit code ${answer.exitCode}`;
  const memory = answer.outOfMemory ? " It ran out of the 512 MB of memory that a check may use." : "";
  return {
    status: "failed",
    observed: [`The container ended by itself${code}; expected the app to keep running.${memory}`, ...answer.logs].join(
      "\n",
    ),
    why: WHY,
    next:
      answer.logs.length > 0
        ? "Read the last lines above: they say why the app ended. Look at CMD and at the paths that COPY and WORKDIR make."
        : "It printed nothing. Check that CMD starts the app and stays in the foreground.",
    evidence: { exitCode: answer.exitCode, logs: answer.logs },
  };
}

function forking({ logs }: Extract<HealthAnswer, { kind: "forking" }>): Verdict {
  return {
    status: "failed",
    observed: [`The app does not answer: ${FORKS}.`, ...logs].join("\n"),
    why: WHY,
    next: "Look at CMD: it must start the app once, and end with it.",
    evidence: { logs },
  };
}

function silent(answer: Extract<HealthAnswer, { kind: "silent" }>): Verdict {
  const loopback = answer.healthyInside || answer.logs.some((line) => /\b(127\.0\.0\.1|localhost):\d+/.test(line));
  return {
    status: "failed",
    observed: [
      loopback
        ? "The app runs, but listens only on 127.0.0.1 inside its container, where nothing from outside can reach it."
        : `The container is up, but nothing answered on port 5000 (${answer.detail}).`,
      ...answer.logs,
    ].join("\n"),
    why: WHY,
    next: loopback
      ? "Let the app listen on 0.0.0.0, for instance with ENV FLASK_RUN_HOST=0.0.0.0."
      : "Check that the app listens on 0.0.0.0 and on port 5000, and read the log for an error at the start.",
    evidence: { detail: answer.detail, logs: answer.logs, ...(answer.late && !loopback && OUT_OF_TIME) },
  };
}

function clip(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
