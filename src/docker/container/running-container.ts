import { EngineFault } from "../../core/container-engine";
import type { ContainerState, RunningContainer } from "../../core/running-container";
import { askEngine } from "../ask/ask-engine";
import { demultiplex } from "../ask/demultiplex";
import { effectiveUid } from "./effective-uid";
import type { ContainerAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";
import { keptWaiting } from "./kept-waiting";
import { lookAtContainer } from "./look-at-container";
import { outOfProcesses } from "./out-of-processes";
import { plainLines, plainText } from "../command/plain-text";
import { removeContainer } from "./remove-container";
import { throwIfStarved } from "./starved";
import { toldOnce } from "./told-once";

export interface ContainerHandle extends Pick<
  EngineContext,
  "docker" | "traits" | "reach" | "signal" | "enclosure" | "local"
> {
  readonly id: string;
  /** the port inside the container that `get` asks */
  readonly port: number;
}

/** Longer output of a container or a probe tells nobody more. */
const MOST_TEXT = 64 * 1024;
const MOST_LINES = 500;

/** A container of this run, as core sees it. */
export function runningContainer(handle: ContainerHandle): RunningContainer {
  const { docker, traits, reach, signal, enclosure, id, port } = handle;
  const container = docker.getContainer(id);
  return {
    async state() {
      const state = stateOf(await lookAtContainer(docker, id, signal));
      const stopped = enclosure?.guard?.stopped();
      if (stopped?.by === "machine") throw stopped.fault;
      if (stopped === undefined && isKilled(state)) throw killedFromOutside();
      return state;
    },
    async logs(lines) {
      const options = { stdout: true, stderr: true, follow: false, tail: MOST_LINES } as const;
      // The type says Buffer; a client that fails to read it as one gives a string.
      const output = await askEngine("read the container's output", signal, () => container.logs(options));
      const said = toldOnce(plainLines(demultiplex(Buffer.from(output)).slice(-MOST_TEXT))).slice(-lines);
      const stopped = enclosure?.guard?.stopped();
      return stopped?.by === "budget" ? [...said, stopped.fault.text.observed] : said;
    },
    async get(path) {
      try {
        return await reach.get({ containerId: id, port }, path, signal);
      } catch (error) {
        // The guard has ended the probe together with the app.
        const stopped = enclosure?.guard?.stopped();
        if (stopped?.by === "budget") return { answered: false, detail: stopped.fault.text.observed };
        throw error;
      }
    },
    keptWaiting: () => keptWaiting({ docker, signal }, id),
    throwIfStarved: () => throwIfStarved(handle),
    outOfProcesses: () => outOfProcesses(docker, id, signal),
    async effectiveUid() {
      return effectiveUid({ docker, traits }, id, signal);
    },
    async end() {
      await removeContainer(container, signal).catch(() => undefined);
    },
  };
}

/** SIGKILL and SIGTERM that no limit has caused: an engine that restarts ends containers so, and so does a person. */
function isKilled({ exitCode, outOfMemory }: ContainerState): boolean {
  return !outOfMemory && (exitCode === 137 || exitCode === 143);
}

function killedFromOutside(): EngineFault {
  return new EngineFault({
    observed: "The container was ended from outside, by the Docker engine or by somebody, while it was looked at.",
    why: "Whether your app would have gone on cannot be told. This is not counted against your work.",
    next: "Leave the engine and its containers alone for a moment, and run the checks again.",
  });
}

/** The engine's own account of a container, in the port's terms. */
export function stateOf({ State }: Pick<ContainerAnswer, "State">): ContainerState {
  const health = State.Health?.Status;
  const known = health === "starting" || health === "healthy" || health === "unhealthy";
  const ended = State.Status === "exited" || State.Status === "dead";
  const log = State.Health?.Log ?? [];
  return {
    running: State.Running && !State.Restarting,
    ...(ended && { exitCode: State.ExitCode }),
    outOfMemory: State.OOMKilled,
    ...(known && { health }),
    failingStreak: State.Health?.FailingStreak ?? 0,
    probes: log.map((probe) => ({
      exitCode: probe.ExitCode,
      output: plainText(probe.Output).slice(0, MOST_TEXT).trim(),
    })),
  };
}
