import { EngineFault } from "../../core/container-engine";
import type { TraceDecoder, TraceListener } from "./build-trace";
import { classicProgress } from "./classic-progress";
import type { DockerCli } from "../command/docker-cli";
import type { EngineContext } from "../engine-context";
import { plainProgress } from "./plain-progress";
import { rawjsonProgress } from "./rawjson-progress";

/** A way of `docker build`, and how its progress is read. */
export interface Builder {
  readonly kind: "buildkit" | "classic";
  /** the words after `docker` */
  readonly command: readonly string[];
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
  const [version, client] = await Promise.all([buildxVersion(cli), clientMajor(cli)]);
  // A command line before 23 builds without BuildKit unless asked; a newer one without buildx is an incomplete installation.
  const isOld = client < 23;
  if (version === undefined) {
    if (isOld) return CLASSIC;
    throw buildxMissing();
  }
  // Since 23 `docker build` is buildx, with the learner's builder; before that it knows none of buildx's options.
  const command = isOld ? ["buildx", "build"] : ["build"];
  const [major, minor] = version;
  const options = ["--load", "--provenance=false"];
  if (major > 0 || minor >= 13) return buildkit(command, ["--progress=rawjson", ...options], rawjsonProgress);
  return buildkit(command, ["--progress=plain", ...(minor >= 10 ? options : ["--load"])], plainProgress);
}

const CLASSIC: Builder = {
  kind: "classic",
  command: ["build"],
  // Its containers carry no label of ours, so it must remove them itself, also where a step fails.
  args: ["--force-rm"],
  env: { DOCKER_BUILDKIT: "0" },
  decoder: (listener) => classicProgress(listener, () => Math.round(performance.now())),
};

function buildkit(command: readonly string[], args: readonly string[], decoder: Builder["decoder"]): Builder {
  return { kind: "buildkit", command, args, env: { DOCKER_BUILDKIT: "1" }, decoder };
}

async function buildxVersion(cli: DockerCli): Promise<readonly [number, number] | undefined> {
  const { exitCode, stdout } = await cli.run(["buildx", "version"], { timeoutMs: 30_000 });
  if (exitCode !== 0) return undefined;
  const [, major, minor] = /\bv?(\d+)\.(\d+)\.\d+/.exec(stdout) ?? [];
  // A build of somebody's own has no number; it is taken for a new one.
  return major === undefined ? [1, 0] : [Number(major), Number(minor)];
}

/** The command line's own version, which need not be the engine's; one that does not say is taken for a new one. */
async function clientMajor(cli: DockerCli): Promise<number> {
  const { stdout } = await cli.run(["--version"], { timeoutMs: 30_000 });
  return Number(/\bversion (\d+)\./.exec(stdout)?.[1] ?? Infinity);
}

function buildxMissing(): EngineFault {
  return new EngineFault({
    observed: "Docker's build plugin `buildx` is not installed.",
    why: "Docker needs it to build images as your Dockerfile describes them. This is not counted against your work.",
    next: "Install the package `docker-buildx-plugin` (or `docker-buildx`), or update Docker Desktop, then check it with `docker buildx version`.",
  });
}
