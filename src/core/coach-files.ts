/** The coach's own folder in a challenge folder: the grader that a workflow runs, and progress where the learner keeps it there. */
export const COACH_FOLDER = ".dockerize-coach";

/** The grader's place in a challenge folder. */
export const COACH_GRADER = `${COACH_FOLDER}/grader.cjs`;

/** The workflow that *Start the Challenge* lays down. */
export const COACH_WORKFLOW = ".github/workflows/dockerize-coach.yml";

/**
 * Whether a path of a challenge folder is the coach's and not the learner's. None of these is part of what is built and
 * measured: nobody's image is larger, and no cache is spoilt, for having a coach.
 * @param path relative to the folder, with `/`
 */
export function isCoachFile(path: string): boolean {
  return path === COACH_WORKFLOW || path === COACH_FOLDER || path.startsWith(`${COACH_FOLDER}/`);
}
