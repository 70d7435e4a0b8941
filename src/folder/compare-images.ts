import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Comparison, Variant, VariantId } from "../core/comparison/comparison";
import { slimVariant } from "../core/comparison/slim-variant";
import { EngineFault } from "../core/container-engine";
import { COURSE } from "../core/course";
import { isSlim } from "../core/parse/is-slim";
import { parseDockerfile } from "../core/parse/parse-dockerfile";
import { rootImage } from "../core/parse/root-image";
import { stageChain } from "../core/parse/stage-chain";
import { OWN_IGNORE_FILE } from "../core/submission";
import { buildImage } from "../docker/build/build-image";
import { configuredUid } from "../docker/image/configured-uid";
import type { EngineContext, EngineObserver } from "../docker/engine-context";
import { inspectImage } from "../docker/image/inspect-image";
import { measureLayers } from "../docker/image/measure-image";
import { openContext } from "../docker/open-context";
import { copyContext } from "./copy-context";
import { isOwnStep, rebuildAfter } from "./rebuild-after";

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
    await copyContext(folder, copy);
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

type Wanted = { readonly text: string } | { readonly text?: undefined; readonly reason: string };

async function dockerfiles({ folder, baseline }: CompareRequest): Promise<readonly (readonly [VariantId, Wanted])[]> {
  const current = await readFile(path.join(folder, "Dockerfile"), "utf8").catch(() => undefined);
  const naive = baseline?.dockerfile;
  const slim = naive === undefined ? undefined : slimVariant(naive);
  const noNaive = "The simple Dockerfile of phase A has not been built and verified yet.";
  return [
    ["naive", naive === undefined ? { reason: noNaive } : { text: naive }],
    ["slim", slim === undefined ? { reason: naive === undefined ? noNaive : whyNoSlim(naive) } : { text: slim }],
    ["current", current === undefined ? { reason: "There is no Dockerfile in the folder." } : { text: current }],
  ];
}

function whyNoSlim(naive: string): string {
  const last = parseDockerfile({ path: "Dockerfile", text: naive, encoding: "utf-8" }).stages.at(-1);
  const image = last && rootImage(last);
  return image && isSlim(image)
    ? "The simple Dockerfile is on a slim base already."
    : "Its base image has no slim form that is known.";
}

async function measured(
  context: EngineContext,
  id: VariantId,
  text: string,
  { now, onProgress }: CompareRequest,
): Promise<Variant> {
  const dockerfile = `../dockerfiles/${id}`;
  const written = path.join(context.folder, dockerfile);
  await writeFile(written, text);
  // Docker looks for it beside the Dockerfile; without one the folder's own ignore file counts
  await copyFile(path.join(context.folder, OWN_IGNORE_FILE), `${written}.dockerignore`).catch(() => undefined);
  const build = () => buildImage(context, { dockerfile, context: "." });
  const first = await build();
  if (first.result.outcome === "failed")
    return { id, state: "failed", reason: `It does not build: ${first.result.message}` };
  const { imageId, durationMs, steps } = first.result;
  const measure = await measureLayers(context, imageId, COURSE.sizeBudgetBytes, first.ownSteps);
  const { user, healthcheck } = await inspectImage(context, imageId);
  const uid = await configuredUid(context, imageId);
  const change = { copy: context.folder, comment: `changed by the coach at ${now()} for ${id}` };
  onProgress?.(`${NAMES[id]}: after a change in src/app.py`);
  const afterSourceChange = await rebuildAfter({ ...change, file: "src/app.py" }, build);
  onProgress?.(`${NAMES[id]}: after a change in requirements.txt`);
  const afterRequirementsChange = await rebuildAfter({ ...change, file: "requirements.txt" }, build);
  const done = steps.filter(isOwnStep);
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
