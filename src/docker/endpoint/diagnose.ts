import type Dockerode from "dockerode";
import type * as v from "valibot";
import { EngineFault, type EngineInfo } from "../../core/container-engine";
import type { UnreachableReason } from "../../core/report";
import { within } from "../ask/ask-engine";
import { askTwice } from "../ask/ask-twice";
import type { Endpoint } from "./endpoint";
import { readAnswer, SYSTEM, VERSION } from "../ask/engine-answers";
import type { EngineTraits } from "../engine-context";
import { unreachable, type Circumstances, type Unreachable } from "./unreachable";

export type Diagnosis =
  { readonly status: "ready"; readonly info: EngineInfo; readonly traits: EngineTraits } | Unreachable;

export interface DiagnoseOptions extends Circumstances {
  readonly docker: Dockerode;
  readonly endpoint: Endpoint;
  readonly signal: AbortSignal;
  /** milliseconds, 10 s unless given */
  readonly timeoutMs?: number;
}

/** Asks the engine who it is; where it does not say, tells why. Throws the signal's reason when it is aborted. */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis> {
  const { docker, endpoint, signal, timeoutMs = 10_000 } = options;
  try {
    const ask = async () => ({
      version: readAnswer(VERSION, await docker.version()),
      system: readAnswer(SYSTEM, await docker.info()),
    });
    const answers = askTwice("say who it is", signal, ask);
    const { version, system } = await within(answers, signal, timeoutMs, () => new Unanswered());
    if (system.OSType === "windows") return unreachable("windows-containers", endpoint, options);
    return { status: "ready", ...describe(version, system) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const cause = error instanceof EngineFault ? (error.cause ?? error) : error;
    return unreachable(reasonOf(cause, endpoint, options), endpoint, options, cause);
  }
}

class Unanswered extends Error {}

function describe(
  version: v.InferOutput<typeof VERSION>,
  system: v.InferOutput<typeof SYSTEM>,
): { info: EngineInfo; traits: EngineTraits } {
  const podman = version.Components?.some(({ Name }) => /podman/i.test(Name)) ?? false;
  const containerd = system.DriverStatus?.some(
    ([key, value]) => key === "driver-type" && /containerd/.test(value ?? ""),
  );
  const options = system.SecurityOptions ?? [];
  const [major = 0, minor = 0] = version.ApiVersion.split(".").map(Number);
  return {
    info: {
      product: podman ? "podman" : "docker",
      version: version.Version,
      apiVersion: version.ApiVersion,
      store: containerd ? "containerd" : "graph-driver",
    },
    traits: {
      mapsUids: podman || options.some((option) => /name=(rootless|userns)/.test(option)),
      hasStartInterval: !podman && (major > 1 || minor >= 44),
    },
  };
}

function reasonOf(error: unknown, endpoint: Endpoint, { cliFound, desktopFound }: Circumstances): UnreachableReason {
  const text =
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}` : String(error);
  if (error instanceof Unanswered || /ETIMEDOUT/.test(text)) return "timed-out";
  if (/EACCES|EPERM|permission denied/i.test(text)) return "no-permission";
  const noSocket = endpoint.transport.kind === "socket" && /ENOENT/.test(text);
  return noSocket && !cliFound && !desktopFound ? "not-installed" : "not-running";
}
