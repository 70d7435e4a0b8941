import { EngineFault } from "../core/container-engine";
import type { TraceDecoder, TraceListener } from "./build-trace";
import { classicProgress } from "./classic-progress";
import type { DockerCli } from "./docker-cli";
import type { EngineContext } from "./engine-context";
import { plainProgress } from "./plain-progress";
import { rawjsonProgress } from "./rawjson-progress";

/** A way of `docker build`, and how its progress is read. */
export interface Builder {
  readonly kind: "buildkit" | "classic";
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  decoder(listener: TraceListener): TraceDecoder;
}

/**
 * BuildKit through buildx, as `docker build` of today does. Podman's engine has no BuildKit, so there the command line's
 * classic builder is asked for. Throws EngineFault where buildx is missing from a Docker that needs it.
 */
export async function chooseBuilder({ cli, info }: Pick<EngineContext, "cli" | "info">): Promise<Builder> {
  if (info.product === "podman") return CLASSIC;
  const version = await buildxVersion(cli);
  // A command line before 23 builds without BuildKit unless asked; a newer one without buildx is an incomplete installation.
  if (version === undefined) {
    if (Number.parseInt(info.version, 10) < 23) return CLASSIC;
    throw buildxMissing();
  }
  const [major, minor] = version;
  const options = ["--load", "--provenance=false"];
  if (major > 0 || minor >= 13) return buildkit(["--progress=rawjson", ...options], rawjsonProgress);
  return buildkit(["--progress=plain", ...(minor >= 10 ? options : ["--load"])], plainProgress);
}

const CLASSIC: Builder = {
  kind: "classic",
  // Its containers carry no label of ours, so it must remove them itself, also where a step fails.
  args: ["--force-rm"],
  env: { DOCKER_BUILDKIT: "0" },
  decoder: (listener) => classicProgress(listener, Date.now),
};

function buildkit(args: readonly string[], decoder: Builder["decoder"]): Builder {
  return { kind: "buildkit", args, env: { DOCKER_BUILDKIT: "1" }, decoder };
}

async function buildxVersion(cli: DockerCli): Promise<readonly [number, number] | undefined> {
  const { exitCode, stdout } = await cli.run(["buildx", "version"], { timeoutMs: 30_000 });
  if (exitCode !== 0) return undefined;
  const [, major, minor] = /\bv?(\d+)\.(\d+)\.\d+/.exec(stdout) ?? [];
  // A build of somebody's own has no number; it is taken for a new one.
  return major === undefined ? [1, 0] : [Number(major), Number(minor)];
}

function buildxMissing(): EngineFault {
  return new EngineFault({
    observed: "Docker's build plugin `buildx` is not installed.",
    why: "Docker needs it to build images as your Dockerfile describes them. This is not counted against your work.",
    next: "Install the package `docker-buildx-plugin` (or `docker-buildx`), or update Docker Desktop, then check it with `docker buildx version`.",
  });
}
