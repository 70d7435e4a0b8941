import { version } from "../../package.json";
import { parseShard } from "../class/list/choose-shard";
import type { Shard } from "../class/class-report";
import type { GradeClassRequest } from "../class/grading/grade-class-request";
import { COURSE } from "../core/course";
import { oneOf, parseArguments } from "./parse-arguments";
import { parseNumber, parseSize } from "./parse-number";
import { chosenTrust, TRUST_HELP, TRUST_OPTIONS } from "./trust-options";
import { UsageError } from "./usage-error";

/** Where a class's results go unless told otherwise. */
export const CLASS_OUTPUT = "dockerize-coach-class";

const MAX_SCORE = COURSE.checks.reduce((sum, check) => sum + check.points, 0);

export const CLASS_HELP = [
  "  folder         each folder in it is a submission; hidden ones and links are left out",
  "  list.csv       a line for each submission: name,folder (relative to the list)",
  `  --output DIR   where the results go; ${CLASS_OUTPUT} in the current folder unless given`,
  "  --jobs N       how many at once; as many as suit the engine unless given",
  "  --time-limit S seconds for one submission; 600 unless given",
  "  --shard i/n    grade only part i of n; `merge` makes one result of all parts",
  "  --min-score N  end with 1 where a submission has fewer points",
  "  --fresh        forget the results of earlier runs",
  "  --cache-limit  what the class may add to the engine's build cache; 10GB unless given",
  "  --format       what is printed at the end: text for people (the default), json for machines",
  ...TRUST_HELP,
  "                 Somebody else's work unless --trusted is given.",
  "",
  "Results are kept: after an interruption the same command goes on where it stopped, and grades again only what could",
  "not be decided. DOCKER_HOST or a context names the engine, which may be a remote one.",
  "Exit codes: 0 all graded, 1 some below --min-score, 2 wrong use, 3 something could not be decided.",
] as const;

export interface ClassSettings {
  /** the folder or list */
  readonly source: string;
  readonly format: "text" | "json";
  readonly minScore: number;
  readonly grading: Pick<
    GradeClassRequest,
    "shard" | "output" | "fresh" | "grader" | "trust" | "buildNetwork" | "timeLimitMs" | "cacheLimit" | "jobs"
  >;
}

/** What the arguments of `class` say. Throws UsageError. */
export function classSettings(args: readonly string[]): ClassSettings {
  const { values, positionals } = parseArguments(args, {
    output: { type: "string" },
    jobs: { type: "string" },
    "time-limit": { type: "string", default: "600" },
    shard: { type: "string", default: "1/1" },
    "min-score": { type: "string", default: "0" },
    fresh: { type: "boolean", default: false },
    "cache-limit": { type: "string", default: "10GB" },
    format: { type: "string", default: "text" },
    ...TRUST_OPTIONS,
  });
  const [source, ...others] = positionals;
  if (source === undefined || others.length > 0) throw new UsageError("class takes one folder, or one list");
  const shard = shardOf(values.shard);
  return {
    source,
    format: oneOf("--format", values.format, ["text", "json"]),
    minScore: parseNumber("--min-score", values["min-score"], 0, MAX_SCORE),
    grading: {
      ...{ shard, output: values.output ?? defaultOutput(shard), fresh: values.fresh, grader: version },
      ...chosenTrust(values, "untrusted"),
      timeLimitMs: 1000 * parseNumber("--time-limit", values["time-limit"], 1, 86_400),
      cacheLimit: parseSize("--cache-limit", values["cache-limit"]),
      ...(values.jobs !== undefined && { jobs: parseNumber("--jobs", values.jobs, 1, 64) }),
    },
  };
}

function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (!shard) throw new UsageError(`--shard takes a part and a number of parts, such as 2/3, not “${text}”`);
  return shard;
}

/** Shards on one machine must not write over each other. */
function defaultOutput({ index, count }: Shard): string {
  return count === 1 ? CLASS_OUTPUT : `${CLASS_OUTPUT}-${index}-of-${count}`;
}
