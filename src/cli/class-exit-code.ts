import type { ClassReport } from "../class/class-report";
import { isUndecided } from "../class/result/mark-alike";
import { EXIT } from "./exit-codes";

/** The exit code of `class` and `merge`. What could not be decided stands above what is known to be too few points. */
export function classExitCode({ submissions }: ClassReport, minScore = 0): number {
  if (submissions.some(isUndecided)) return EXIT.errored;
  return submissions.some(({ report }) => report.score.earned < minScore) ? EXIT.below : EXIT.ok;
}
