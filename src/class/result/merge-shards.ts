import type { ClassReport, GradedSubmission } from "../class-report";
import { ListFault } from "../list/list-fault";
import { markAlike } from "./mark-alike";

/** One shard's result, and where it was found. */
export interface FoundShard {
  readonly file: string;
  readonly report: ClassReport;
}

/**
 * Makes one result of all shards of a class: what one run over all of it would have given. Throws a ListFault where they do not
 * belong together, one is missing, or one is there twice.
 */
export function mergeShards(shards: readonly FoundShard[]): ClassReport {
  const [first] = shards;
  if (!first) throw new ListFault("There is nothing to merge: name the folders of all shards.");
  for (const shard of shards.slice(1)) refuseMixture(first, shard);
  refuseTwice(shards);
  const { count } = first.report.shard;
  const found = new Set(shards.map(({ report }) => report.shard.index));
  const missing = Array.from({ length: count }, (_, place) => place + 1).filter((index) => !found.has(index));
  if (missing.length > 0)
    throw new ListFault(
      `Of ${count} shards, ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing. Grade with --shard ${missing[0]}/${count}, then merge all of them.`,
    );
  const submissions = shards.flatMap(({ report }) => report.submissions as readonly GradedSubmission[]);
  return { ...first.report, shard: { index: 1, count: 1 }, submissions: markAlike(submissions) };
}

const WORDS = {
  challenge: "of another challenge",
  grader: "graded by another version of the coach",
  trust: "graded with another trust",
  buildNetwork: "graded with another network for builds",
  list: "of another class",
} as const;

function refuseMixture(first: FoundShard, other: FoundShard): void {
  const differs = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((key) => first.report[key] !== other.report[key]);
  if (differs !== undefined)
    throw new ListFault(
      `${other.file} is ${WORDS[differs]} than ${first.file} (${short(other.report[differs])}, ${short(first.report[differs])}). Merge what belongs together.`,
    );
  if (first.report.shard.count !== other.report.shard.count)
    throw new ListFault(
      `${first.file} is one of ${first.report.shard.count} shards and ${other.file} one of ${other.report.shard.count}. Merge what belongs together.`,
    );
}

function refuseTwice(shards: readonly FoundShard[]): void {
  const seen = new Map<number, string>();
  for (const { file, report } of shards) {
    const before = seen.get(report.shard.index);
    if (before !== undefined)
      throw new ListFault(`${before} and ${file} are the same shard, ${report.shard.index}. Name each once.`);
    seen.set(report.shard.index, file);
  }
}

function short(text: string): string {
  return text.length > 16 ? `${text.slice(0, 12)}…` : text;
}
