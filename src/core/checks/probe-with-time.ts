import { EngineFault, type Healthcheck } from "../container-engine";
import type { ContainerState } from "../running-container";
import { COURSE } from "../course";
import type { Bench } from "./check";
import { probeForRun } from "./probe-settings";

/** A time-out under this is the learner's own affair: no machine starts a program in no time. In milliseconds. */
const SHORTEST_TIMEOUT_MS = 1_000;
const MORE_TIME_MS = 30_000;
const POLL_MS = 250;

/**
 * Throws EngineFault where a probe that ran into its time-out comes through when it has more time: then the machine is too busy
 * to say anything about it. A container of its own is asked, because a health check cannot be changed while it runs.
 */
export async function throwIfOnlySlow(bench: Bench, healthcheck: Healthcheck, state: ContainerState): Promise<void> {
  const { timeoutMs = MORE_TIME_MS } = healthcheck;
  const last = state.probes.at(-1);
  if (!last || !stoppedByDocker(last) || timeoutMs < SHORTEST_TIMEOUT_MS) return;
  const patient = { ...probeForRun(healthcheck), timeoutMs: Math.max(timeoutMs, MORE_TIME_MS) };
  const container = await bench.engine.run({
    imageId: await bench.imageId(),
    port: COURSE.appPort,
    healthcheck: patient,
  });
  const deadline = bench.clock.now() + 2 * MORE_TIME_MS;
  for (;;) {
    const { running, health } = await container.state();
    if (health === "healthy") throw tooBusy(timeoutMs);
    if (!running || health === "unhealthy") return;
    if (bench.clock.now() > deadline) return container.throwIfStarved();
    await bench.clock.sleep(POLL_MS, bench.signal);
  }
}

/** Whether Docker has stopped a probe because of its time-out; the exit code is Docker's own. */
export function stoppedByDocker({ exitCode }: ContainerState["probes"][number]): boolean {
  return exitCode === -1;
}

function tooBusy(timeoutMs: number): EngineFault {
  return new EngineFault({
    observed: `Docker stopped the image's health check after its time-out of ${timeoutMs / 1000} s; with more time it comes through.`,
    why: "The machine is too busy to run it in time. This is not counted against your work.",
    next: "Let other programs finish, then run the checks again. If it stays, give the health check a longer --timeout.",
  });
}
