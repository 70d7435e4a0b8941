import type Dockerode from "dockerode";
import type { EngineInfo } from "../core/container-engine";
import type { UnreachableReason } from "../core/report";
import { within } from "./ask-engine";
import type { Endpoint } from "./endpoint";
import type { EngineTraits } from "./engine-context";
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
    const answers = Promise.all([docker.ping(), docker.version(), docker.info() as Promise<SystemInfo>]);
    const [, version, system] = await within(answers, signal, timeoutMs, () => new Unanswered());
    if (system.OSType === "windows") return unreachable("windows-containers", endpoint, options);
    return { status: "ready", ...describe(version, system) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return unreachable(reasonOf(error, endpoint, options), endpoint, options, error);
  }
}

class Unanswered extends Error {}

/** The part of `GET /info` that matters here. */
interface SystemInfo {
  readonly OSType?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly DriverStatus?: readonly (readonly string[])[] | null;
}

type Version = Awaited<ReturnType<Dockerode["version"]>>;

function describe(version: Version, system: SystemInfo): { info: EngineInfo; traits: EngineTraits } {
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
