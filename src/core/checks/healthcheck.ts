import type { Healthcheck } from "../container-engine";
import type { ContainerState } from "../running-container";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import type { ParsedSubmission } from "../parse/parse-submission";
import type { Bench, Check, Verdict } from "./check";
import { unreadableDockerfile } from "./dockerfile-exists";
import { OUT_OF_TIME } from "./out-of-time";
import { DEFAULT_RETRIES, hasProbe } from "./probe-settings";
import { stoppedByDocker, throwIfOnlySlow } from "./probe-with-time";

const WHY = "A container can be up while the app in it is stuck. A health check lets Docker ask the app itself.";
const ADD =
  "Add a HEALTHCHECK to the final stage that asks http://localhost:5000/health. A slim image has no curl; Python can ask: python -c with urllib.request.";
const POLL_MS = 150;
/** Room for a probe's own start-up and time-out on a busy machine, on top of its start period. */
const LIMIT_MS = 60_000;

/** The image has a health check, and Docker, running that very probe, reports healthy. */
export const healthcheck: Check = {
  id: "healthcheck",
  dependsOn: "image-builds",
  judgeFiles: (parsed) => unreadableDockerfile(parsed) ?? judgeInstruction(parsed),
  async judgeBehaviour(bench, parsed) {
    const config = await bench.engine.inspectImage(await bench.imageId());
    if (!hasProbe(config.healthcheck)) return noProbe(parsed, config.healthcheck !== undefined);
    const settled = await settledState(bench, config.healthcheck);
    if (settled === "exited") return waitsForTheApp();
    const { state, forking } = settled;
    if (state.health === "healthy") return healthy(state);
    if (forking) return unhealthy(state, parsed);
    await throwIfOnlySlow(bench, config.healthcheck, state);
    return orOutOfTime(unhealthy(state, parsed), state);
  },
};

interface Settled {
  readonly state: ContainerState;
  /** the app starts process after process, so that what comes late does so by its own doing */
  readonly forking: boolean;
}

/**
 * The container's state once Docker's verdict on the probe stands. Unhealthy counts only once the app has answered from outside (or its time
 * is over) and the probe has failed as often after that as the learner allows.
 */
async function settledState(
  bench: Bench,
  { retries = DEFAULT_RETRIES, startPeriodMs = 0 }: Healthcheck,
): Promise<Settled | "exited"> {
  const container = await bench.container();
  const answered = bench.health();
  let app: Awaited<typeof answered> | undefined;
  answered.then((answer) => (app = answer)).catch(() => undefined);
  const deadline = bench.clock.now() + LIMIT_MS + startPeriodMs;
  let streakAtAnswer: number | undefined;
  for (;;) {
    const state = await container.state();
    const settled = { state, forking: app?.kind === "forking" };
    if (state.health === "healthy") return settled;
    if (!state.running || app?.kind === "exited") return "exited";
    if (app && state.health === "unhealthy") {
      streakAtAnswer ??= state.failingStreak;
      if (settled.forking || state.failingStreak >= streakAtAnswer + retries) return settled;
    }
    if (bench.clock.now() > deadline) return settled;
    await bench.clock.sleep(POLL_MS, bench.signal);
  }
}

function healthy(state: ContainerState): Verdict {
  return {
    status: "passed",
    observed: "Docker ran the image's health check and reports healthy.",
    evidence: { probes: state.probes.slice(-1) },
  };
}

function waitsForTheApp(): Verdict {
  return {
    status: "undecided",
    waitingFor: "container-healthy",
    observed: "The container does not stay up.",
  };
}

function unhealthy(state: ContainerState, parsed: ParsedSubmission): Verdict {
  const last = state.probes.at(-1);
  const said = last ? ` It ended with code ${last.exitCode} and said: ${last.output.trim() || "nothing"}` : "";
  const noProgram = /not found|no such file/i.test(last?.output ?? "");
  return {
    status: "failed",
    observed: `Docker ran the image's health check and reports unhealthy; expected healthy.${said}`,
    why: WHY,
    next: noProgram
      ? "The probe's program is not in the final image. Ask with Python instead, which is there: python -c with urllib.request."
      : "Run the probe's command by hand with docker exec, and compare its address with http://localhost:5000/health.",
    ...probeLocation(parsed),
    evidence: { probes: state.probes.slice(-2) },
  };
}

function orOutOfTime(verdict: Verdict, { probes }: ContainerState): Verdict {
  const last = probes.at(-1);
  if (last && !stoppedByDocker(last)) return verdict;
  return { ...verdict, evidence: { ...verdict.evidence, ...OUT_OF_TIME } };
}

function noProbe(parsed: ParsedSubmission, disabled: boolean): Verdict {
  return {
    status: "failed",
    observed: disabled ? "The image's health check is switched off with NONE." : "The image has no health check.",
    why: WHY,
    next: ADD,
    ...probeLocation(parsed),
  };
}

function judgeInstruction(parsed: ParsedSubmission): Verdict | undefined {
  const stage = parsed.dockerfile?.stages.at(-1);
  if (!stage) return undefined;
  const { kind } = effectiveHealthcheck(stage);
  if (kind === "defined") return { status: "passed", observed: "it has a HEALTHCHECK." };
  return noProbe(parsed, kind === "disabled");
}

function probeLocation({ dockerfile }: ParsedSubmission): Pick<Verdict, "location"> {
  const stage = dockerfile?.stages.at(-1);
  if (!dockerfile || !stage) return {};
  const range = effectiveHealthcheck(stage).instruction?.range ?? stage.fromRange;
  return { location: { file: dockerfile.path, range } };
}
