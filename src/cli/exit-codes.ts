import type { Report } from "../core/report";

/** What the command line tells the shell. 128 + the signal's number is what a shell expects of a stopped program. */
export const EXIT = {
  ok: 0,
  /** below the minimum score, or findings at or above the limit */
  below: 1,
  /** wrong use, or a path that cannot be read */
  usage: 2,
  /** the coach could not tell */
  errored: 3,
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

/** The exit code of `grade`. A check that could not be decided excuses a low score: then nobody can tell. */
export function gradeExitCode(report: Report, minScore = report.score.max): number {
  if (report.score.earned >= minScore) return EXIT.ok;
  return report.checks.some((check) => check.status === "errored") ? EXIT.errored : EXIT.below;
}
