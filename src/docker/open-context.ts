import type { EngineAccess } from "../core/grade";
import { connect } from "./endpoint/connect";
import { containedEnvironment } from "./enclosure/contained-environment";
import type { Containment } from "./enclosure/containment";
import { diagnose } from "./endpoint/diagnose";
import { findDockerProgram } from "./command/docker-program";
import { resolveEndpoint, type Environment, type Machine } from "./endpoint/endpoint";
import { openEnclosure } from "./enclosure/enclosure";
import type { EngineContext, EngineObserver } from "./engine-context";
import { wordsOf } from "./ask/faults";
import { reachOf } from "./container/reach";
import { dockerCli } from "./command/run-docker";
import { openSession } from "./session/session";
import { sweep } from "./session/sweep";
import { thisMachine } from "./endpoint/this-machine";

export interface OpenEngineOptions {
  /** absolute path of the folder to grade */
  readonly folder: string;
  readonly env: Environment;
  /** stops the run; `dispose` of the engine still has to be called */
  readonly signal: AbortSignal;
  readonly observer: EngineObserver;
  /** given for untrusted work */
  readonly containment?: Containment;
}

export type OpenedContext =
  | { readonly status: "ready"; readonly context: EngineContext }
  | Extract<EngineAccess, { readonly status: "unreachable" }>;

/** Finds the engine, asks it who it is, and opens a session on it. Rejects only with the signal's reason. */
export async function openContext(options: OpenEngineOptions): Promise<OpenedContext> {
  const { env, signal, observer } = options;
  const machine = thisMachine(env);
  const search = resolveEndpoint(machine);
  if (!search.found) return { status: "unreachable", reason: "not-running", ...search.problem };
  const { endpoint } = search;
  const found = findDockerProgram(machine);
  observer.onLog(
    "engine",
    `Docker engine: ${endpoint.host} (${endpoint.from}); command: ${found.program ?? "not found"}`,
  );
  try {
    const { docker, close } = connect(endpoint, found);
    const circumstances = { ...machine, cliFound: found.program !== undefined };
    const diagnosis = await diagnose({ docker, endpoint, signal, ...circumstances }).finally(
      () => signal.aborted && close(),
    );
    if (diagnosis.status === "unreachable") {
      close();
      return diagnosis;
    }
    const session = openSession(docker, { now: Date.now(), onDisposed: close });
    const cliEnv = { ...found.env, ...endpoint.cliEnv };
    const { info, traits } = diagnosis;
    const context = { ...options, docker, session, info, traits, local: endpoint.local, env: cliEnv };
    return { status: "ready", context: await withCommandLine(context, machine, found.program) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const next = "Check the settings that name your Docker engine (`docker context ls`, DOCKER_HOST), then try again.";
    return { status: "unreachable", reason: "not-running", detail: wordsOf(error), next };
  }
}

type Opened = Omit<EngineContext, "cli" | "reach" | "enclosure"> & Pick<OpenEngineOptions, "containment">;

/** The context of a run whose session is open; where it cannot be had, the session is closed again. */
async function withCommandLine(opened: Opened, machine: Machine, program: string | undefined): Promise<EngineContext> {
  const { docker, session, signal, containment, ...others } = opened;
  // The run need not wait for what others left to be removed; its end does.
  const sweeping = sweep(docker, { now: Date.now() });
  session.beforeRemoval(() => sweeping);
  try {
    const env = containment ? await containedEnvironment({ ...machine, env: opened.env }, session) : opened.env;
    const cli = dockerCli({ program, env, signal });
    const enclosure = containment && (await openEnclosure(opened, containment));
    const context = { ...others, docker, session, signal, env, cli, ...(enclosure && { enclosure }) };
    return { ...context, reach: reachOf(context) };
  } catch (error) {
    await session.dispose();
    throw error;
  }
}
