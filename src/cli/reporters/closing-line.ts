import { CHECK_IDS } from "../../core/checks/check-id";
import { COURSE } from "../../core/course";
import type { Report } from "../../core/report";
import type { Tone } from "../paint";

export interface ClosingLine {
  readonly tone: Tone;
  readonly text: string;
}

/** What a learner takes away from the run: done, what is in the way, or where to go on. */
export function closingLine(report: Report): ClosingLine {
  const { earned, open, max } = report.score;
  if (earned === max) {
    const all = report.checks.length === CHECK_IDS.length;
    return {
      tone: "good",
      text: all ? `CHALLENGE COMPLETE! ${COURSE.title}: well done.` : "Complete: every chosen check passed.",
    };
  }
  const failed = report.checks.find((check) => check.status === "failed" || check.status === "partial");
  if (failed) {
    const lost = max - earned - open;
    return {
      tone: "bold",
      text: `${lost} ${lost === 1 ? "point is" : "points are"} still to be earned. Go on with “${failed.title}”.`,
    };
  }
  return { tone: "warn", text: `${open} points are open: the coach could not check everything, and nothing is lost.` };
}
