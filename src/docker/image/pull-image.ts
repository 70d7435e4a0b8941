import { EngineFault } from "../../core/container-engine";
import { classifyFailure } from "../build/build-failure";
import type { EngineContext } from "../engine-context";

/** Milliseconds; a slow line still gets a base image in this time. */
const PULL_LIMIT = 15 * 60_000;

/** What a registry, or the engine, says where the name is at fault. */
const OF_THE_NAME =
  /not found|does not exist|manifest unknown|no matching manifest|denied|unauthorized|invalid reference|repository name/i;

/** What came of a pull that was the submission's own wish: an image that does not exist is no fault of the machine. */
export type PullResult = { readonly pulled: true } | { readonly pulled: false; readonly message: string };

/**
 * Pulls as `docker pull` does, with the learner's credentials and proxies; its lines go to the observer. Throws EngineFault
 * where the registry cannot be reached; an image that does not exist is a value.
 */
export async function tryPull(context: Omit<EngineContext, "reach">, image: string): Promise<PullResult> {
  const { cli, observer, enclosure } = context;
  const id = `pull ${image}`;
  const startedAt = performance.now();
  observer.onStep({ id, name: id, state: "running" });
  const onLine = (line: string) => observer.onLog("engine", line);
  const result = await cli.run(["pull", "--", image], {
    timeoutMs: PULL_LIMIT,
    onLine,
    ...(enclosure?.guard && { signal: enclosure.guard.signal }),
  });
  const durationMs = Math.round(performance.now() - startedAt);
  observer.onStep({ id, name: id, state: result.exitCode === 0 ? "done" : "failed", durationMs });
  if (result.exitCode === 0) return { pulled: true };
  const message = result.stderr.trim().replace(/^Error response from daemon: /, "");
  const failure = classifyFailure({ message, output: [], fromSubmission: OF_THE_NAME.test(message) });
  if (failure.kind === "fault") throw new EngineFault(failure.text);
  return { pulled: false, message };
}

/** The same for an image that the grader itself needs. */
export async function pullImage(context: Omit<EngineContext, "reach">, image: string): Promise<void> {
  const result = await tryPull(context, image);
  if (result.pulled) return;
  throw new EngineFault({
    observed: `The image ${image} could not be pulled: ${result.message}`,
    why: "The grader needs it for this check. This is not counted against your work.",
    next: `Try \`docker pull ${image}\` in a terminal, then run the checks again.`,
  });
}
