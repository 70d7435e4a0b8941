import * as v from "valibot";
import { CHECK_IDS } from "../../core/checks/check-id";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const check = v.looseObject({
  id: v.picklist(CHECK_IDS),
  title: v.string(),
  points: count,
  earned: count,
  status: v.picklist(["passed", "partial", "failed", "skipped", "errored"]),
  observed: v.optional(v.string()),
  next: v.optional(v.string()),
  location: v.optional(
    v.looseObject({ file: v.string(), range: v.looseObject({ start: v.looseObject({ line: count }) }) }),
  ),
  parts: v.array(v.unknown()),
});

/** A grading run's report as it is read back from a file: what this part of the coach uses of it. */
export const REPORT_SHAPE = v.looseObject({
  version: v.literal(1),
  challenge: v.string(),
  score: v.object({ earned: count, open: count, max: count }),
  engine: v.looseObject({ status: v.picklist(["ready", "unreachable"]) }),
  checks: v.array(check),
});
