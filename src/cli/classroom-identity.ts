import type { ClassroomIdentity } from "./reporters/classroom";
import { UsageError } from "./usage-error";

/**
 * Whose work is graded, from the variables that Classroom 50's runner sets for an autograder. Throws UsageError for the
 * first that is missing. https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
 */
export function classroomIdentity(env: Readonly<Record<string, string | undefined>>): ClassroomIdentity {
  const need = (...names: readonly [string, ...string[]]): string => {
    const value = names.map((name) => env[name]).find(Boolean);
    if (value !== undefined) return value;
    throw new UsageError(
      `the format classroom needs ${names[0]} in the environment, which Classroom 50's runner sets; elsewhere use json`,
    );
  };
  const commit = need("COMMIT_URL");
  return {
    classroom: need("CLASSROOM"),
    assignment: need("ASSIGNMENT"),
    assignmentType: env["ASSIGNMENT_TYPE"] || "individual",
    owner: need("OWNER", "USERNAME"),
    submission: need("SUBMISSION_TAG"),
    commit,
    release: need("RELEASE_URL"),
    review: env["REVIEW_URL"] || commit,
  };
}
