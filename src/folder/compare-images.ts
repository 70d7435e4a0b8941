import { appendFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Comparison, Rebuild, Variant, VariantId } from "../core/comparison/comparison";
import { slimVariant } from "../core/comparison/slim-variant";
import { type BuildStep, EngineFault } from "../core/container-engine";
import { COURSE } from "../core/course";
import { parseDockerfile } from "../core/parse/parse-dockerfile";
import { stageChain } from "../core/parse/stage-chain";
import { buildImage, type ImageBuild } from "../docker/build-image";
import { isInstruction } from "../docker/build-trace";
import { configuredUid } from "../docker/configured-uid";
import type { EngineContext, EngineObserver } from "../docker/engine-context";
import { inspectImage } from "../docker/inspect-image";
import { measureImage } from "../docker/measure-image";
import { openContext } from "../docker/open-context";

export interface CompareRequest {
  /** absolute path of the challenge folder; it is only read */
  readonly folder: string;
  /** the simple Dockerfile that was kept, if one was */
  readonly baseline?: { readonly dockerfile: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly observer: EngineObserver;
  /** what is being done now, in a few words */
  readonly onProgress?: (message: string) => void;
  /** milliseconds since 1970 */
  readonly now: () => number;
}

const NAMES: { readonly [id in VariantId]: string } = {
  naive: "the simple image",
  slim: "the simple image on the slim base",
  current: "your Dockerfile as it is now",
};

/**
 * Builds and measures the variants in a copy of the folder, and rebuilds each after a change in src/app.py and after one in
 * requirements.txt. All that it makes is removed before it settles. Throws EngineFault for the machine's faults, and the signal's
 * reason; a Dockerfile that does not build is a variant that failed.
 */
export async function compareImages(request: CompareRequest): Promise<Comparison> {
  const { folder, env, signal, observer, now } = request;
  const opened = await openContext({ folder, env, signal, observer });
  if (opened.status === "unreachable") {
    const why = "Images are built and measured by Docker. This is not counted against your work.";
    throw new EngineFault({ observed: opened.detail, why, next: opened.next });
  }
  const { session } = opened.context;
  try {
    const temp = await session.tempFolder();
    const copy = path.join(temp, "context");
    await cp(folder, copy, { recursive: true, filter: (file) => !SKIPPED.has(path.basename(file)) });
    await mkdir(path.join(temp, "dockerfiles"));
    const context = { ...opened.context, folder: copy };
    const variants: Variant[] = [];
    for (const [id, dockerfile] of await dockerfiles(request)) {
      request.onProgress?.(NAMES[id]);
      variants.push(
        dockerfile.text === undefined
          ? { id, state: "missing", reason: dockerfile.reason }
          : await measured(context, id, dockerfile.text, request),
      );
    }
    return { at: new Date(now()).toISOString(), variants };
  } finally {
    await session.dispose();
  }
}

/** Large, and no part of any image; an ignore file that is missing must not make the copy slow. */
const SKIPPED = new Set([".git", "venv", ".venv", "node_modules", "__pycache__", ".dockerize-coach"]);

type Wanted = { readonly text: string } | { readonly text?: undefined; readonly reason: string };

async function dockerfiles({ folder, baseline }: CompareRequest): Promise<readonly (readonly [VariantId, Wanted])[]> {
  const current = await readFile(path.join(folder, "Dockerfile"), "utf8").catch(() => undefined);
  const naive = baseline?.dockerfile;
  const slim = naive === undefined ? undefined : slimVariant(naive);
  const noNaive = "The simple Dockerfile of phase A has not been built and verified yet.";
  return [
    ["naive", naive === undefined ? { reason: noNaive } : { text: naive }],
    [
      "slim",
      slim === undefined
        ? { reason: naive === undefined ? noNaive : "Its base image has no slim form that is known." }
        : { text: slim },
    ],
    ["current", current === undefined ? { reason: "There is no Dockerfile in the folder." } : { text: current }],
  ];
}

async function measured(
  context: EngineContext,
  id: VariantId,
  text: string,
  { now, onProgress }: CompareRequest,
): Promise<Variant> {
  const dockerfile = `../dockerfiles/${id}`;
  await writeFile(path.join(context.folder, dockerfile), text);
  const build = () => buildImage(context, { dockerfile, context: "." });
  const first = await build();
  if (first.result.outcome === "failed")
    return { id, state: "failed", reason: `It does not build: ${first.result.message}` };
  const { imageId, durationMs, steps } = first.result;
  const measure = await measureImage(context, imageId, COURSE.sizeBudgetBytes, first.ownSteps);
  const { user, healthcheck } = await inspectImage(context, imageId);
  const uid = await configuredUid(context, imageId);
  // a comment of its own each time: the same one would come from the cache of an earlier comparison
  const comment = `\n# changed by the coach at ${now()}\n`;
  onProgress?.(`${NAMES[id]}: after a change in src/app.py`);
  const afterSourceChange = await afterChange(context, "src/app.py", comment, build);
  onProgress?.(`${NAMES[id]}: after a change in requirements.txt`);
  const afterRequirementsChange = await afterChange(context, "requirements.txt", comment, build);
  const done = steps.filter(isOwn);
  const { baseBytes, ownLayers, totalBytes } = measure;
  const [from = "", settings, stages] = described(text);
  return {
    id,
    state: "measured",
    bytes: totalBytes,
    layers:
      baseBytes === undefined
        ? [{ createdBy: from, bytes: totalBytes }]
        : [{ createdBy: from, bytes: baseBytes }, ...ownLayers],
    settings,
    stages,
    ...(uid !== undefined && { uid }),
    user,
    hasHealthcheck: healthcheck !== undefined && healthcheck.test[0] !== "NONE",
    build: { ms: durationMs, cached: done.filter(({ state }) => state === "cached").length, steps: done.length },
    afterSourceChange,
    afterRequirementsChange,
  };
}

/** Changes a file of the copy, builds, and puts the file back. A file that is not there changes nothing. */
async function afterChange(
  { folder }: EngineContext,
  file: string,
  comment: string,
  build: () => Promise<ImageBuild>,
): Promise<Rebuild> {
  const changed = path.join(folder, file);
  const before = await readFile(changed).catch(() => undefined);
  if (before === undefined) return { ms: 0, rebuilt: [], cached: [] };
  await appendFile(changed, comment);
  const { result } = await build();
  await writeFile(changed, before);
  const steps = result.steps.filter(isOwn);
  const names = (state: BuildStep["state"]) => steps.filter((step) => step.state === state).map(({ name }) => name);
  return { ms: result.outcome === "built" ? result.durationMs : 0, rebuilt: names("done"), cached: names("cached") };
}

/** A step of the Dockerfile that does something; fetching the base is not the learner's doing. */
function isOwn({ name }: BuildStep): boolean {
  return isInstruction(name) && !/\] FROM /i.test(name) && !/^Step \S+ : FROM /i.test(name);
}

const SETTINGS = new Set([
  "ENV",
  "EXPOSE",
  "USER",
  "CMD",
  "ENTRYPOINT",
  "HEALTHCHECK",
  "LABEL",
  "STOPSIGNAL",
  "SHELL",
  "VOLUME",
  "ARG",
]);

/** The base that is shipped, the steps that only change settings, and the number of stages. */
function described(text: string): readonly [string, readonly string[], number] {
  const { stages } = parseDockerfile({ path: "Dockerfile", text, encoding: "utf-8" });
  const last = stages.at(-1);
  const chain = last ? [...stageChain(last)].reverse() : [];
  const settings = chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => SETTINGS.has(keyword)));
  return [
    chain[0]?.from ?? "",
    settings.map(({ keyword, argument }) => `${keyword} ${argument}`.trim()),
    stages.length,
  ];
}
