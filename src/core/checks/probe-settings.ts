import type { Healthcheck } from "../container-engine";

/** Docker's own default. https://docs.docker.com/reference/dockerfile/#healthcheck */
const DEFAULT_INTERVAL_MS = 30_000;
export const DEFAULT_RETRIES = 3;
const RUN_INTERVAL_MS = 500;

/**
 * The health check that a grading run uses: the learner's command, time-out, start period and retries, asked more often
 * so that nobody waits 30 s for the first answer. https://docs.docker.com/engine/api/v1.44 has the start interval.
 */
export function probeForRun(healthcheck: Healthcheck): Healthcheck {
  return {
    ...healthcheck,
    intervalMs: Math.min(healthcheck.intervalMs ?? DEFAULT_INTERVAL_MS, RUN_INTERVAL_MS),
    startIntervalMs: Math.min(healthcheck.startIntervalMs ?? RUN_INTERVAL_MS, RUN_INTERVAL_MS),
  };
}

/** Whether there is a probe to run: `NONE` and an empty command switch it off. */
export function hasProbe(healthcheck: Healthcheck | undefined): healthcheck is Healthcheck {
  const [kind] = healthcheck?.test ?? [];
  return kind !== undefined && kind !== "" && kind !== "NONE";
}
