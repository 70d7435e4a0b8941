import { COURSE } from "../../core/course";
import { chooseShard } from "../list/choose-shard";
import type { ClassEntry, ClassReport, GradedSubmission } from "../class-report";
import type { GradeClassRequest, Origin } from "./grade-class-request";
import { gradeGroups } from "./grade-groups";
import { type Group, groupSubmissions } from "../list/group-submissions";
import { openKeptResults, type KeptResult } from "./kept-results";
import { markAlike } from "../result/mark-alike";

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
