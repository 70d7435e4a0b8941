import type { Clock } from "../clock";
import type { HttpAnswer, RunningContainer } from "../running-container";

/** How the app answered on /health. */
export type HealthAnswer =
  | { readonly kind: "healthy"; readonly afterMs: number }
  /** it answered, but not with 200 and a JSON status of healthy */
  | { readonly kind: "wrong"; readonly status: number; readonly body: string }
  /**
   * the container is up and nothing answered from outside; `healthyInside` where its own probe succeeds nevertheless, `late` where
   * the machine may have been too busy
   */
  | {
      readonly kind: "silent";
      readonly detail: string;
      readonly healthyInside: boolean;
      readonly late: boolean;
      readonly logs: readonly string[];
    }
  /** it starts more processes than it may, and does not answer */
  | { readonly kind: "forking"; readonly logs: readonly string[] }
  | {
      readonly kind: "exited";
      readonly exitCode?: number;
      readonly outOfMemory: boolean;
      readonly logs: readonly string[];
    };

/** For how long to ask, in milliseconds. */
const LIMIT_MS = 30_000;
const POLL_MS = 100;
const LOG_LINES = 15;
/** An app that answers its own probe has started; if nothing outside reaches it this much later, nothing will. */
const INSIDE_ONLY_MS = 8_000;

/** Who has no processes left, and none so much later either, in milliseconds, starts more and more of them instead of an answer. */
const FORKING_MS = 5_000;
/** What it does, in words. */
export const FORKS = "it starts process after process, and has come to the limit of a check";

/**
 * Asks /health until it says healthy, the container ends or is full of its own processes, or 30 s are over. A wrong answer is
 * asked again too: an app may answer 503 while it starts.
 */
export async function awaitHealth(
  container: RunningContainer,
  wait: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<HealthAnswer> {
  const started = wait.clock.now();
  let insideSince: number | undefined;
  let forkingSince: number | undefined;
  for (;;) {
    const answer = await container.get("/health");
    if (saysHealthy(answer)) return { kind: "healthy", afterMs: wait.clock.now() - started };
    const state = await container.state();
    if (!state.running) {
      const logs = await container.logs(LOG_LINES);
      const { exitCode, outOfMemory } = state;
      return { kind: "exited", outOfMemory, logs, ...(exitCode === undefined ? {} : { exitCode }) };
    }
    if (state.health === "healthy") insideSince ??= wait.clock.now();
    const insideOnly =
      !answer.answered && insideSince !== undefined && wait.clock.now() - insideSince >= INSIDE_ONLY_MS;
    if (insideOnly || wait.clock.now() - started >= LIMIT_MS)
      return unhealthy(container, answer, insideSince !== undefined);
    if (!answer.answered && (await container.outOfProcesses())) {
      forkingSince ??= wait.clock.now();
      if (wait.clock.now() - forkingSince >= FORKING_MS)
        return { kind: "forking", logs: await container.logs(LOG_LINES) };
    }
    await wait.clock.sleep(POLL_MS, wait.signal);
  }
}

async function unhealthy(
  container: RunningContainer,
  answer: HttpAnswer,
  healthyInside: boolean,
): Promise<HealthAnswer> {
  if (answer.answered) return { kind: "wrong", status: answer.status, body: answer.body };
  // An app that had the processor whenever it wanted it has had its time, however busy the machine is.
  const late = !healthyInside && (await container.keptWaiting()) !== false;
  if (late) container.throwIfStarved();
  return { kind: "silent", detail: answer.detail, healthyInside, late, logs: await container.logs(LOG_LINES) };
}

/** Whether an answer is 200 with a JSON object whose `status` is `healthy`. */
export function saysHealthy(answer: HttpAnswer): boolean {
  return answer.answered && answer.status === 200 && jsonField(answer.body, "status") === "healthy";
}

/** A field of a JSON object in a body, or undefined where the body is no such thing. */
export function jsonField(body: string, field: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
  } catch {
    return undefined;
  }
}
