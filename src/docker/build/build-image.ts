import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BuildRequest, type BuildResult, EngineFault } from "../../core/container-engine";
import { statusOf } from "../ask/ask-engine";
import { askTwice } from "../ask/ask-twice";
import { chooseBuilder } from "./builders";
import type { Environment } from "../endpoint/endpoint";
import { IMAGE, readAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";
import { agreedFailure, type FailedBuild, failedBuild, failsInTwoWays } from "./failed-build";

/** Milliseconds; a first build on a slow line pulls a base image and installs packages. */
const BUILD_LIMIT = 20 * 60_000;

export interface ImageBuild {
  readonly result: BuildResult;
  /** see BuildTrace */
  readonly ownSteps?: readonly string[];
}

/** What an image carries. Without the session's labels it stays when the session goes. */
export interface ImageMarks {
  /** `--label k=v` arguments */
  readonly labelArgs: readonly string[];
  readonly tag: string;
}

/** How the docker command line is called, and what its failure may come from. */
export interface BuildCall {
  readonly args: readonly string[];
  readonly env: Environment;
  /** milliseconds */
  readonly timeoutMs: number;
  /** stops it, beside the run's own signal */
  readonly signal?: AbortSignal;
  /** words for a failure that a limit of the build has caused; undefined where none has */
  readonly limitReached: (failure: {
    readonly message: string;
    readonly output: readonly string[];
  }) => string | undefined;
}

const FREE: BuildCall = { args: [], env: {}, timeoutMs: BUILD_LIMIT, limitReached: () => undefined };

/**
 * Builds with the docker command line, so that it is the learner's own `docker build`: builder, proxies, credential
 * helpers, `Dockerfile.dockerignore`, and whatever way the engine is reached by. A failure that is not certain is looked at
 * again: nobody is blamed for what a second build does not say too.
 */
export async function buildImage(
  context: EngineContext,
  request: BuildRequest,
  marks: ImageMarks = { labelArgs: context.session.labelArgs, tag: nextTag(context.session) },
  how: BuildCall = FREE,
): Promise<ImageBuild> {
  const first = await buildOnce(context, request, marks, how);
  if (!("failed" in first)) return first;
  if (first.certain) return { result: first.failed };
  context.observer.onLog(
    "build",
    "The build failed in a way that may not be the Dockerfile's doing: it is done once more.",
  );
  const second = await buildOnce(context, request, marks, how);
  if (!("failed" in second)) return second;
  const result = second.certain ? second.failed : agreedFailure(first.failed, second.failed);
  if (!result) throw failsInTwoWays(first.failed, second.failed);
  return { result };
}

async function buildOnce(
  context: EngineContext,
  request: BuildRequest,
  marks: ImageMarks,
  how: BuildCall,
): Promise<ImageBuild | FailedBuild> {
  const { cli, session, observer, folder } = context;
  const builder = await chooseBuilder(context);
  const { tag } = marks;
  const idFile = path.join(await session.tempFolder(), "image-id");
  const decoder = builder.decoder({
    onStep: (step) => observer.onStep(step),
    onLog: (line) => observer.onLog("build", line),
  });
  const own = [...marks.labelArgs, "--tag", tag, "--iidfile", idFile];
  const args = [...builder.args, ...how.args, ...own, ...requestArgs(request)];
  const startedAt = performance.now();
  const onLine = (line: string) => decoder.line(line);
  const { env, timeoutMs, signal } = how;
  const call = { cwd: folder, env: { ...builder.env, ...env }, timeoutMs, onLine, ...(signal && { signal }) };
  const outcome = await session.creating(cli.run([...builder.command, ...args], call));
  const trace = decoder.trace();
  if (outcome.exitCode !== 0) return failedBuild(trace, outcome, builder, how.limitReached);

  const imageId = await builtImage(context, idFile, tag);
  const durationMs = Math.round(performance.now() - startedAt);
  const result = { outcome: "built", imageId, steps: trace.steps, durationMs } as const;
  return { result, ...(trace.ownSteps && { ownSteps: trace.ownSteps }) };
}

const tags = new WeakMap<object, number>();

/** A tag of its own for each build: another's tag would be moved, and without any the image could be pruned meanwhile. */
function nextTag(session: EngineContext["session"]): string {
  const number = (tags.get(session) ?? 0) + 1;
  tags.set(session, number);
  return `${session.name("image")}:${number}`;
}

function requestArgs({ dockerfile, context, target, args = {} }: BuildRequest): readonly string[] {
  const here = (name: string) => (name === "." || name.startsWith("./") ? name : `./${name}`);
  return [
    ...(target === undefined ? [] : ["--target", target]),
    ...Object.entries(args).flatMap(([key, value]) => ["--build-arg", `${key}=${value}`]),
    "--file",
    here(dockerfile),
    here(context),
  ];
}

/** The id that the build has written down, once the engine knows it. */
async function builtImage({ docker, signal }: EngineContext, idFile: string, tag: string): Promise<string> {
  const id = (await readFile(idFile, "utf8").catch(() => "")).trim();
  if (id === "") throw noImage("the build ended well, but gave no image id");
  const found = await askTwice("find the image that was built", signal, async () => {
    const inspect = (name: string) => docker.getImage(name).inspect().catch(orUndefinedWhereMissing);
    // A builder outside of the engine writes the id of the configuration, which the containerd store does not look up.
    const image = (await inspect(id)) ?? (await inspect(tag));
    return image && readAnswer(IMAGE, image).Id;
  });
  if (found === undefined) throw noImage("the build ended well, but the image is not in the engine");
  return found;
}

function orUndefinedWhereMissing(error: unknown): undefined {
  if (statusOf(error) !== 404) throw error;
}

function noImage(what: string): EngineFault {
  return new EngineFault({
    observed: `Docker built something, but there is no image to run: ${what}.`,
    why: "The grader only trusts an image that it can find again. This is not counted against your work.",
    next: "If you chose another builder, go back with `docker buildx use default`, then run the checks again.",
  });
}
