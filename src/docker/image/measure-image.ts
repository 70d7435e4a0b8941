import type { Readable } from "node:stream";
import type { ImageMeasure } from "../../core/container-engine";
import { askEngine } from "../ask/ask-engine";
import { askTwice } from "../ask/ask-twice";
import { IMAGE, IMAGE_HISTORY, readAnswer } from "../ask/engine-answers";
import type { EngineContext } from "../engine-context";
import { readSavedImage, type SavedImage, UnreadableLayer } from "./layer-bytes";

/** Milliseconds; an image of a few GB streams by in this time. */
const SAVE_LIMIT = 10 * 60_000;
/** Within this share of the budget the engine's own figure is not trusted. */
const NEAR = 0.1;

/** See ContainerEngine.measureImage. `ownSteps` are the build's steps on top of the base image, where they are known. */
export async function measureImage(
  context: EngineContext,
  imageId: string,
  budgetBytes: number,
  ownSteps?: readonly string[],
): Promise<ImageMeasure> {
  const { ownLayers, ...measure } = await measureLayers(context, imageId, budgetBytes, ownSteps);
  return { ...measure, ownLayers: ownLayers.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes) };
}

/** The same with the layers on top of the base in the order in which they were built, those without a file included. */
export async function measureLayers(
  context: EngineContext,
  imageId: string,
  budgetBytes: number,
  ownSteps?: readonly string[],
): Promise<ImageMeasure> {
  const quick = await measureByEngine(context, imageId);
  const near = Math.abs(quick.total - budgetBytes) <= NEAR * budgetBytes;
  // The containerd store's figures count the compressed copy of each layer too.
  if (context.info.store === "graph-driver" && !near) return inParts(quick, ownSteps, "engine");
  try {
    return inParts(await measureByLayers(context, imageId), ownSteps, "layers");
  } catch (error) {
    if (!(error instanceof UnreadableLayer)) throw error;
    return inParts(quick, ownSteps, "engine");
  }
}

interface Layer {
  readonly createdBy: string;
  readonly bytes: number;
}

interface Measured {
  readonly total: number;
  /** from the base up; layers of no bytes that stand for settings are left out */
  readonly layers: readonly Layer[];
}

async function measureByEngine({ docker, signal }: EngineContext, imageId: string): Promise<Measured> {
  const image = docker.getImage(imageId);
  const { Size, history } = await askTwice("measure the image", signal, async () => {
    const [inspected, history] = await Promise.all([image.inspect(), image.history() as Promise<unknown>]);
    return { Size: readAnswer(IMAGE, inspected).Size, history: readAnswer(IMAGE_HISTORY, history) };
  });
  const layers = history.map(({ CreatedBy, Size: bytes }) => ({ createdBy: readable(CreatedBy), bytes })).reverse();
  return { total: Size, layers: layers.filter(({ bytes, createdBy }) => bytes > 0 || makesLayer(createdBy)) };
}

async function measureByLayers({ docker, signal }: EngineContext, imageId: string): Promise<Measured> {
  const read = async () => readSavedImage((await docker.getImage(imageId).get()) as Readable);
  const saved = await askEngine("read the image's layers", signal, read, SAVE_LIMIT);
  return { total: saved.layers.reduce((sum, bytes) => sum + bytes, 0), layers: namedLayers(saved) };
}

/** Gives each layer the instruction that made it; an image whose history does not fit has nameless ones. */
function namedLayers({ layers, history }: SavedImage): readonly Layer[] {
  const makers = history.filter((entry) => !entry.empty_layer);
  const known = makers.length === layers.length;
  return layers.map((bytes, index) => ({ createdBy: known ? readable(makers[index]?.created_by ?? "") : "", bytes }));
}

function inParts(
  { total, layers }: Measured,
  ownSteps: readonly string[] | undefined,
  method: ImageMeasure["method"],
): ImageMeasure {
  const own = ownSteps && layers.slice(layers.length - ownSteps.length);
  const fits =
    own?.length === ownSteps?.length &&
    own?.every((layer, index) => keyword(layer.createdBy) === keyword(ownSteps?.[index]));
  if (!own || !fits) return { totalBytes: total, ownLayers: [], method };
  const ownBytes = own.reduce((sum, { bytes }) => sum + bytes, 0);
  return { totalBytes: total, baseBytes: total - ownBytes, ownLayers: own, method };
}

function makesLayer(createdBy: string): boolean {
  return /^(RUN|COPY|ADD|WORKDIR)\b/.test(createdBy);
}

function keyword(text: string | undefined): string {
  return /^[a-z]+/i.exec(text ?? "")?.[0].toUpperCase() ?? "";
}

/** The instruction as the Dockerfile has it, from what either builder writes into the history. */
function readable(createdBy: string): string {
  return createdBy
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, "")
    .replace(/^\/bin\/sh -c /, "RUN ")
    .replace(/^RUN (\|\d+ .*?)?\/bin\/sh -c /, "RUN ")
    .replace(/\s*# buildkit$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
