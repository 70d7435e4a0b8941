import * as v from "valibot";
import type { Progress } from "./progress";

/** The text of a progress file, or why it cannot be used, in words for a learner. */
export type ParsedProgress =
  { readonly ok: true; readonly progress: Progress } | { readonly ok: false; readonly problem: string };

/**
 * Reads a progress file. It is refused where it is damaged, newer than this version of the coach, of another course, or of
 * another folder: then it must be set aside, never written over.
 * @param owner the course's id, and the folder that the file should belong to
 */
export function parseProgress(
  text: string,
  owner: { readonly course: string; readonly folder?: string | undefined },
): ParsedProgress {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refused(`it is not whole: ${error instanceof Error ? error.message : String(error)}`);
  }
  const version = v.safeParse(v.object({ version: v.number() }), data);
  if (version.success && version.output.version > 1)
    return refused("a newer version of Dockerize Coach has written it");
  const parsed = v.safeParse(PROGRESS, data);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refused(`${v.getDotPath(issue) ?? "it"} is not as it should be (${issue.message})`);
  }
  const progress = parsed.output as unknown as Progress;
  if (progress.course !== owner.course) return refused(`it belongs to another course, ${progress.course}`);
  if (progress.folder !== undefined && owner.folder !== undefined && progress.folder !== owner.folder)
    return refused(`it belongs to another folder, ${progress.folder}`);
  return { ok: true, progress };
}

function refused(problem: string): ParsedProgress {
  return { ok: false, problem };
}

const time = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.minValue(0));
const figures = v.record(v.string(), v.union([v.string(), v.number()]));

const rebuild = v.looseObject({ ms: count, rebuilt: v.array(v.string()), cached: v.array(v.string()) });
const variant = v.picklist(["naive", "slim", "current"]);
const UNMEASURED = v.looseObject({ id: variant, state: v.picklist(["missing", "failed"]), reason: v.string() });
const MEASURED = v.looseObject({
  id: variant,
  state: v.literal("measured"),
  bytes: count,
  layers: v.array(v.looseObject({ createdBy: v.string(), bytes: count })),
  settings: v.array(v.string()),
  stages: count,
  uid: v.optional(v.number()),
  user: v.string(),
  hasHealthcheck: v.boolean(),
  build: v.looseObject({ ms: count, cached: count, steps: count }),
  afterSourceChange: rebuild,
  afterRequirementsChange: rebuild,
});

const PROGRESS = v.looseObject({
  version: v.literal(1),
  course: v.string(),
  folder: v.optional(v.string()),
  updated: time,
  checks: v.record(
    v.string(),
    v.looseObject({
      status: v.picklist(["passed", "partial", "failed", "skipped", "errored"]),
      earned: count,
      at: time,
      failedRuns: count,
    }),
  ),
  score: v.optional(v.looseObject({ earned: count, open: count, max: count })),
  tasks: v.record(
    v.string(),
    v.looseObject({
      status: v.picklist(["verified", "failed", "errored"]),
      observed: v.string(),
      at: time,
      figures: v.optional(figures),
    }),
  ),
  answers: v.record(
    v.string(),
    v.looseObject({
      at: time,
      text: v.optional(v.string()),
      choice: v.optional(count),
      rating: v.optional(v.picklist(["knew", "partly", "not-yet"])),
      askAgain: v.optional(time),
      known: count,
    }),
  ),
  hints: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5))),
  environment: v.optional(
    v.looseObject({
      at: time,
      items: v.array(v.looseObject({ id: v.string(), title: v.string(), status: v.string(), observed: v.string() })),
    }),
  ),
  baseline: v.optional(v.looseObject({ at: time, dockerfile: v.string() })),
  comparison: v.optional(v.looseObject({ at: time, variants: v.array(v.union([UNMEASURED, MEASURED])) })),
});
