import type { CheckResult, Report } from "../../core/report";
import { plain } from "../plain";
import { jsonReport } from "./json";

/** Whose work it is and where it lies, as Classroom 50's runner tells an autograder through its environment. */
export interface ClassroomIdentity {
  readonly classroom: string;
  readonly assignment: string;
  readonly assignmentType: string;
  readonly owner: string;
  /** the tag `submit/…` */
  readonly submission: string;
  readonly commit: string;
  readonly release: string;
  readonly review: string;
}

/**
 * `result.json` as Classroom 50 expects it of an autograder: `classroom50/result/v1`, a test for each check. It knows no
 * open points: an autograder ends with an error where a check could not be carried out, and Classroom 50 says so.
 * https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
 * @param now when the work was graded
 */
export function classroomReport({ score, checks }: Report, identity: ClassroomIdentity, now: Date): string {
  const at = now.toISOString().replace(/\.\d+Z$/, "Z");
  const result = {
    schema: "classroom50/result/v1",
    classroom: identity.classroom,
    assignment: identity.assignment,
    assignment_type: identity.assignmentType,
    owner: identity.owner,
    submission: identity.submission,
    commit: identity.commit,
    release: identity.release,
    review: identity.review,
    datetime: at,
    graded_at: at,
    score: score.earned,
    "max-score": score.max,
    tests: checks.map(test),
  };
  return jsonReport(result);
}

function test({ title, status, earned, points, observed, next }: CheckResult) {
  const message = [observed, next].filter(Boolean).join(" ");
  return {
    "test-name": title,
    passed: status === "passed",
    score: earned,
    "max-score": points,
    ...(status !== "passed" && { message: plain(message) }),
  };
}
