import type { Report } from "../../src/core/report";

/** What stands in a report for where and when it was made. */
export interface Place {
  /** absolute path of the folder that was graded */
  readonly folder: string;
}

/** By the end of its name, a figure is one of time: how long, or when. */
const TIME = /(?:Ms|At)$/;

/** How much of a build the engine still knew is up to what was built there before. */
const OF_THE_CACHE = "cachedSteps";

/**
 * A report without times and environment: what must be the same wherever the same work is graded. Taken out are durations, the
 * engine's version, the cache's part in a build, the folder's place, ids of images and containers, and ports, which are random.
 */
export function comparable({ engine, ...report }: Report, { folder }: Place): unknown {
  const text = JSON.stringify({ ...report, engine: engine.status }, (key, value: unknown) =>
    TIME.test(key) || key === OF_THE_CACHE ? undefined : value,
  );
  const plain = text
    .replaceAll(JSON.stringify(folder).slice(1, -1), "<folder>")
    .replace(/\b(?:sha256:)?[0-9a-f]{64}\b/g, "<id>")
    .replace(/\bsha256:[0-9a-f]{12,}/g, "<id>")
    .replace(/\b127\.0\.0\.1:\d{4,5}\b/g, "127.0.0.1:<port>")
    .replace(/\b\d+ of them from the cache\b/g, "some of them from the cache")
    .replace(/\b\d+(?:\.\d+)? ?(?:ms|s|seconds?)\b/g, "<time>");
  return JSON.parse(plain) as unknown;
}
