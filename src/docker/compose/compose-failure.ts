import { serviceContainers } from "./compose-containers";
import type { EngineContext } from "../engine-context";
import { lookAtContainer } from "../container/look-at-container";
import { plainLines, plainText } from "../command/plain-text";
import { runningContainer } from "../container/running-container";

const MOST_LINES = 40;
const LOG_LINES = 8;

/** What Compose says on the way, which tells nothing about a failure. */
const PROGRESS =
  /^\s*(Container|Network|Volume|Image) \S+\s+(Creat|Start|Wait|Healthy|Recreat|Running|Stopp|Kill|Pull)\w*\s*$/;

/** Why a project did not come up. */
export interface ProjectFailure {
  /** Compose's last lines, with services by their own names */
  readonly said: readonly string[];
  /** the last probe and log lines of each service that has ended, was refused or is not healthy; none where all are well */
  readonly seen: readonly string[];
  /** a service runs, and was not healthy when its time was over */
  readonly late: boolean;
}

/** Gathers why `up` did not come through, from what Compose said and from the project's containers. */
export async function describeFailure(
  context: EngineContext,
  project: string,
  stderr: string,
): Promise<ProjectFailure> {
  const lines = plainLines(stderr).filter(
    (line) => line.trim() !== "" && !PROGRESS.test(line) && !/level=warning/.test(line),
  );
  const named = [...new Set(lines)].map((line) =>
    line.replace(new RegExp(`${project}-([\\w.-]+?)-1\\b`, "g"), "$1").trim(),
  );
  const containers = await serviceContainers(context, project);
  const reports = await Promise.all(containers.map(({ id, service }) => describeContainer(context, id, service)));
  return {
    said: named.slice(-MOST_LINES),
    seen: reports.flatMap(({ lines }) => lines),
    late: reports.some(({ late }) => late),
  };
}

interface ContainerReport {
  readonly lines: readonly string[];
  readonly late: boolean;
}

async function describeContainer(context: EngineContext, id: string, service: string): Promise<ContainerReport> {
  const container = runningContainer({ ...context, id, port: 0 });
  const { running, exitCode, health, probes } = await container.state();
  if (running && (health === undefined || health === "healthy")) return { lines: [], late: false };
  if (!running && exitCode === undefined) return { lines: await refusal(context, id, service), late: false };
  const probe = probes.at(-1);
  const said = probe ? [`last health probe: exit code ${probe.exitCode}, ${probe.output || "no output"}`] : [];
  const state = running ? `is ${health ?? "running"}` : `ended with exit code ${exitCode}`;
  const lines = [state, ...said, ...(await container.logs(LOG_LINES))];
  return { lines: lines.map((line) => `${service} | ${line}`), late: running };
}

/** A container that was made and never started: the engine keeps what it said when it tried. */
async function refusal({ docker, signal }: EngineContext, id: string, service: string): Promise<readonly string[]> {
  const { State } = await lookAtContainer(docker, id, signal);
  return State.Error === "" ? [] : [`${service} | could not be started: ${plainText(State.Error)}`];
}
