import { COURSE } from "../../core/course";
import { chooseShard } from "../list/choose-shard";
import type { ClassEntry, ClassReport, GradedSubmission, Shard } from "../class-report";
import { gradeGroups } from "./grade-groups";
import { type Group, groupSubmissions } from "../list/group-submissions";
import { openKeptResults, type KeptResult } from "./kept-results";
import type { ClassList } from "../list/list-submissions";
import { markAlike } from "../result/mark-alike";

export interface GradeClassRequest extends Pick<ClassReport, "grader" | "trust" | "buildNetwork"> {
  readonly list: ClassList;
  readonly shard: Shard;
  /** the folder of the results; made where it is missing */
  readonly output: string;
  /** forget earlier results */
  readonly fresh: boolean;
  /** how many to grade at once; as many as suit the engine unless given */
  readonly jobs?: number;
  /** milliseconds for one submission */
  readonly timeLimitMs: number;
  /** bytes that the class may add to the engine's build cache */
  readonly cacheLimit: number;
  /** the file of the command line, for the processes that grade */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ClassEvent) => void;
}

/** How a result came about: graded now, kept from an earlier run, or that of another submission with the same files. */
export type Origin = "graded" | "kept" | "same";

export type ClassEvent =
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "started"; readonly name: string }
  | { readonly kind: "finished"; readonly submission: GradedSubmission; readonly origin: Origin };

/**
 * Grades a class, or a shard of it: identical submissions once, those with a kept result not at all, the others side by side, each in a
 * process of its own. Throws an EngineFault where there is no engine, a FolderFault where results cannot be written, and the
 * signal's reason; what was graded by then is kept.
 */
export async function gradeClass(request: GradeClassRequest): Promise<ClassReport> {
  const { list, shard, output, grader, trust, buildNetwork, fresh, signal } = request;
  const kept = await openKeptResults(output, { grader, trust, buildNetwork }, fresh);
  const groups = await groupSubmissions(chooseShard(list.entries, shard), signal);
  const graded: GradedSubmission[] = [];
  const finish = (group: Group, result: KeptResult, origin: Origin) => {
    for (const [place, entry] of group.members.entries()) {
      const submission = submissionOf(entry, group, result);
      graded.push(submission);
      request.onEvent({ kind: "finished", submission, origin: place > 0 && origin === "graded" ? "same" : origin });
    }
  };
  const left: Group[] = [];
  for (const group of groups) {
    const result = group.fingerprint && (await kept.find(group.fingerprint));
    if (result) finish(group, result, "kept");
    else left.push(group);
  }
  const settle = async (group: Group, result: KeptResult) => {
    if (group.fingerprint) await kept.keep(group.fingerprint, result);
    finish(group, result, "graded");
  };
  if (left.length > 0) await gradeGroups(left, request, settle);
  const submissions = markAlike(graded);
  return { version: 1, challenge: COURSE.id, grader, trust, buildNetwork, shard, list: list.id, submissions };
}

function submissionOf(entry: ClassEntry, { fingerprint }: Group, { ending, report }: KeptResult): GradedSubmission {
  return { name: entry.name, folder: entry.shownFolder, ...(fingerprint && { fingerprint }), ending, report };
}
