import { byName } from "../list/choose-shard";
import type { ClassSubmission, GradedSubmission, SameAs } from "../class-report";

/**
 * Puts a class in order, and says of each submission which earlier one has the same files. Identical ones share one report: it
 * is the first that has nothing undecided, or the first, where shards have graded them more than once.
 */
export function markAlike(graded: readonly GradedSubmission[]): readonly ClassSubmission[] {
  const submissions = [...graded].sort(byName);
  return submissions.map((submission, index) => {
    const twins = submissions.filter((other) => isSame(other, submission, "content"));
    const { ending, report } = twins.find((twin) => !isUndecided(twin)) ?? twins[0] ?? submission;
    const { name, folder, fingerprint } = submission;
    const sameAs = sameAsOf(submission, submissions.slice(0, index));
    return { name, folder, ...(fingerprint && { fingerprint }), ...(sameAs && { sameAs }), ending, report };
  });
}

/** Whether the grader could not tell all of it. */
export function isUndecided({ report }: Pick<GradedSubmission, "report">): boolean {
  return report.checks.some(({ status }) => status === "errored");
}

function sameAsOf(submission: GradedSubmission, earlier: readonly GradedSubmission[]): SameAs | undefined {
  const identical = earlier.find((other) => isSame(other, submission, "content"));
  if (identical) return { name: identical.name, how: "identical" };
  const alike = earlier.find((other) => isSame(other, submission, "likeness"));
  return alike && { name: alike.name, how: "alike" };
}

function isSame(one: GradedSubmission, other: GradedSubmission, what: "content" | "likeness"): boolean {
  return one.fingerprint !== undefined && one.fingerprint[what] === other.fingerprint?.[what];
}
