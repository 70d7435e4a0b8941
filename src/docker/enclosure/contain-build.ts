import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type BuildRequest, EngineFault } from "../../core/container-engine";
import { takeBuildCgroup } from "./build-cgroup";
import { type BuildCall, buildImage, type ImageBuild } from "../build/build-image";
import { limitReached } from "./build-limits";
import type { Enclosure } from "./enclosure";
import type { EngineContext } from "../engine-context";

/**
 * Builds of untrusted work: all of a run share one time limit, and each has limits of memory, processes and disk as far as the
 * engine can be given them. A limit that the work itself has come up to is its failure; time that is over is nobody's.
 */
export function containedBuilds(
  context: EngineContext,
  enclosure: Enclosure,
): (request: BuildRequest) => Promise<ImageBuild> {
  const { buildMs } = enclosure.limits;
  let deadline: number | undefined;
  return async (request) => {
    deadline ??= performance.now() + buildMs;
    const left = Math.ceil(deadline - performance.now());
    if (left <= 0) throw outOfTime(buildMs);
    const over = AbortSignal.timeout(left);
    try {
      return await buildWithin(context, enclosure, request, { over, timeoutMs: left + GRACE });
    } catch (error) {
      if (over.aborted && !context.signal.aborted) throw outOfTime(buildMs);
      throw error;
    }
  };
}

/** Milliseconds; the signal ends the build before docker's own time limit does. */
const GRACE = 5_000;

interface Time {
  readonly over: AbortSignal;
  readonly timeoutMs: number;
}

async function buildWithin(
  context: EngineContext,
  enclosure: Enclosure,
  request: BuildRequest,
  { over, timeoutMs }: Time,
): Promise<ImageBuild> {
  const { limits, cgroups, guard } = enclosure;
  const group = cgroups && (await takeBuildCgroup(cgroups, limits));
  const built = enclosure.building(group);
  const how: BuildCall = {
    args: [...containedArgs(context, enclosure), ...(group ? ["--cgroup-parent", group.parent] : [])],
    env: { EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: await sourcePolicy(context) },
    timeoutMs,
    signal: guard ? AbortSignal.any([over, guard.signal]) : over,
    limitReached: (failure) => limitReached(failure, limits, group?.reached()),
  };
  try {
    return await buildImage(context, request, undefined, how);
  } catch (error) {
    const stopped = guard?.stopped();
    if (stopped?.by !== "budget" || context.signal.aborted) throw error;
    return { result: { outcome: "failed", message: stopped.fault.text.observed, output: [], steps: [] } };
  } finally {
    built();
    await group?.release();
  }
}

function containedArgs({ session }: EngineContext, { limits, buildNetwork }: Enclosure): readonly string[] {
  return [
    // Else what one submission leaves in a cache mount is what the next one installs from.
    ...["--build-arg", `BUILDKIT_CACHE_MOUNT_NS=${session.id}`],
    ...["--ulimit", `fsize=${limits.fileBytes}`, "--ulimit", "core=0"],
    ...(buildNetwork === "closed" ? ["--network", "none"] : []),
  ];
}

/**
 * What the engine itself fetches, it fetches from its own place in the network, where a step would not get. A Dockerfile with an
 * address in it has been refused before; this is for those in a base image.
 * https://docs.docker.com/build/building/policies/
 */
async function sourcePolicy({ session }: EngineContext): Promise<string> {
  const rules = ["http://*", "https://*", "git://*"].map((identifier) => ({
    action: "DENY",
    selector: { identifier, matchType: "WILDCARD" },
  }));
  const file = path.join(await session.tempFolder(), "source-policy.json");
  await writeFile(file, JSON.stringify({ rules }));
  return file;
}

function outOfTime(limitMs: number): EngineFault {
  const limit = limitMs >= 60_000 ? `${Math.round(limitMs / 60_000)} minutes` : `${Math.round(limitMs / 1000)} seconds`;
  return new EngineFault({
    observed: `The build was stopped: all builds of a submission together may take ${limit}.`,
    why: "A build that never ends and a slow network look the same from here, so this is not counted.",
    next: "Look at the last step that the log shows. If it should be quick, grade the submission once more.",
  });
}
