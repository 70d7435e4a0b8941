import { COURSE } from "../course";
import type { ImageMeasure } from "../container-engine";
import { megabytes } from "../megabytes";
import type { Check } from "./check";

const NAMED_LAYERS = 3;
const WORTH_NAMING = 100_000;

/** Under 200 MB, counted as the bytes of the regular files in the image's layers, the same with every image store. */
export const imageSize: Check = {
  id: "image-size",
  dependsOn: "image-builds",
  async judgeBehaviour(bench) {
    const measure = await bench.engine.measureImage(await bench.imageId(), COURSE.sizeBudgetBytes);
    const fits = measure.totalBytes < COURSE.sizeBudgetBytes;
    return {
      status: fits ? "passed" : "failed",
      observed: `${comparison(measure.totalBytes)} ${shares(measure)}`,
      ...(fits ? {} : ADVICE),
      evidence: { bytes: measure.totalBytes, baseBytes: measure.baseBytes, method: measure.method },
    };
  },
};

const ADVICE = {
  why: "A big image is slow to download and to start, and every program in it is one more thing to keep safe.",
  next: `Let the final stage start FROM ${COURSE.finalBase} and copy only what the app needs into it. A file that a later line deletes still counts: it stays in the layer that brought it.`,
};

function comparison(bytes: number): string {
  const budget = megabytes(COURSE.sizeBudgetBytes);
  return `The files in the image's layers add up to ${megabytes(bytes)}; the limit is ${budget}.`;
}

function shares(measure: ImageMeasure): string {
  const base = measure.baseBytes === undefined ? [] : [`the base image ${megabytes(measure.baseBytes)}`];
  const own = measure.ownLayers
    .filter((layer) => layer.bytes >= WORTH_NAMING)
    .slice(0, NAMED_LAYERS)
    .map((layer) => `${megabytes(layer.bytes)} by “${shorten(layer.createdBy)}”`);
  const named = [...base, ...own];
  return named.length > 0 ? `Of that: ${named.join("; ")}. (docker images counts differently and may show more.)` : "";
}

function shorten(createdBy: string): string {
  const line = createdBy.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
