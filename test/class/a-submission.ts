import type { ClassReport, GradedSubmission } from "../../src/class/class-report";
import { markAlike } from "../../src/class/result/mark-alike";
import type { Report } from "../../src/core/report";
import { reportOf } from "../cli/report-of";

/** A graded submission with all points and files of its own, but for these changes. */
export function aSubmission(name: string, changes: Partial<GradedSubmission> = {}): GradedSubmission {
  const fingerprint = { content: `content of ${name}`, likeness: `likeness of ${name}` };
  return { name, folder: name, fingerprint, ending: "graded", report: reportOf(), ...changes };
}

/** A report in which nothing but the user could be decided. */
export function undecided(): Report {
  const errored = { status: "errored", observed: "the engine is gone", why: "w", next: "n" } as const;
  return reportOf({ "image-builds": errored, compose: errored });
}

/** A report of a whole class, or of a shard. */
export function aClass(submissions: readonly GradedSubmission[], changes: Partial<ClassReport> = {}): ClassReport {
  return {
    version: 1,
    challenge: "dockerize-python-app",
    grader: "1.0.0",
    trust: "untrusted",
    buildNetwork: "open",
    shard: { index: 1, count: 1 },
    list: "abc",
    submissions: markAlike(submissions),
    ...changes,
  };
}
