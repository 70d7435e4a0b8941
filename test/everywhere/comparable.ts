import type { Report } from "../../src/core/report";

/** What stands in a report for where it was made. */
export interface Place {
  /** absolute path of the folder that was graded */
  readonly folder: string;
}

/** What is left of a report; of its checks, more than is named here. */
export interface ComparableReport extends Pick<Report, "score" | "checks"> {
  readonly engine: Report["engine"]["status"];
}

/** By the end of its name, a figure is one of time: how long, or when. */
const TIME = /(?:Ms|At)$/;

/** How much of a build the engine still knew is up to what was built there before. */
const OF_THE_CACHE = "cachedSteps";

/** In texts: what is another one in every run, and what stands for it here. */
const VARIES: readonly (readonly [RegExp, string])[] = [
  // ids of images, layers and containers
  [/\b(?:sha256:)?[0-9a-f]{64}\b|\bsha256:[0-9a-f]{12,}/g, "<id>"],
  [/\b127\.0\.0\.1:\d{4,5}\b/g, "127.0.0.1:<port>"],
  [/\b\d+ of them from the cache\b/g, "some of them from the cache"],
  // dates as Flask and Redis write them, as gunicorn does, then durations
  [/\b\d{1,2}[/ ][A-Z][a-z]{2}[/ ]\d{4}[ :]\d\d:\d\d:\d\d(?:\.\d+)?\b/g, "<date>"],
  [/\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?/g, "<date>"],
  [/\b\d+(?:\.\d+)? ?(?:ms|s|seconds?)\b/g, "<time>"],
];

/**
 * A report without times and environment: what must be the same wherever the same work is graded. Taken out are dates, durations, how
 * often and in which order a program printed its lines, the engine's version, the cache's part in a build, the folder's place, ids,
 * and random ports.
 */
export function comparable({ engine, ...report }: Report, { folder }: Place): ComparableReport {
  return plain({ ...report, engine: engine.status }) as ComparableReport;

  function plain(value: unknown, key = ""): unknown {
    if (TIME.test(key) || key === OF_THE_CACHE) return undefined;
    if (typeof value === "string") return eachOnce(plainText(value).split("\n")).join("\n");
    if (isLog(value)) return eachOnce(value.map(plainText));
    if (Array.isArray(value)) return value.map((each) => plain(each));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, name)]));
  }

  function plainText(text: string): string {
    const here = text.replaceAll(folder, "<folder>");
    return VARIES.reduce((so, [what, instead]) => so.replace(what, instead), here);
  }
}

function isLog(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** A log has a line as often as somebody asked meanwhile, and the two streams of a program meet in an order of their own. */
function eachOnce(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort();
}
