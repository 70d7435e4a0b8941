import * as v from "valibot";
import type { ClassReport } from "../class-report";
import { ListFault } from "../list/list-fault";
import { REPORT_SHAPE } from "./report-shape";

const place = v.pipe(v.number(), v.integer(), v.minValue(1));

const CLASS_REPORT = v.looseObject({
  version: v.literal(1),
  challenge: v.string(),
  grader: v.string(),
  trust: v.picklist(["trusted", "untrusted"]),
  buildNetwork: v.picklist(["open", "closed"]),
  shard: v.object({ index: place, count: place }),
  list: v.string(),
  submissions: v.array(
    v.looseObject({
      name: v.string(),
      folder: v.string(),
      fingerprint: v.optional(v.object({ content: v.string(), likeness: v.string() })),
      ending: v.picklist(["graded", "timed-out", "crashed", "unreadable"]),
      report: REPORT_SHAPE,
    }),
  ),
});

/** Reads a class's JSON back. Throws a ListFault that names the file where it is none. */
export function parseClassReport(text: string, file: string): ClassReport {
  const parsed = v.safeParse(CLASS_REPORT, json(text, file));
  if (parsed.success) return parsed.output as unknown as ClassReport;
  const [issue] = parsed.issues;
  throw new ListFault(`${file} is no result of a class: ${v.getDotPath(issue) ?? "it"} is wrong (${issue.message}).`);
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ListFault(`${file} is damaged: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
