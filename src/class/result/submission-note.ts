import type { ClassSubmission } from "../class-report";

const ENDINGS = {
  graded: "some checks could not be carried out",
  "timed-out": "time limit reached",
  crashed: "the grading process ended early",
  unreadable: "the folder cannot be graded",
} as const;

/** What is to be said of a submission beside its points, in a few words; empty where there is nothing. */
export function submissionNote({ ending, report }: ClassSubmission): string {
  const errored = report.checks.some(({ status }) => status === "errored");
  return ending === "graded" && !errored ? "" : ENDINGS[ending];
}
