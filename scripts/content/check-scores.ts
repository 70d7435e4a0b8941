import { join } from "node:path";
import { COURSE } from "../../src/core/course";
import { gradeFiles } from "../../src/core/grade";
import { readSubmission } from "../../src/folder/read-submission";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

/**
 * The points add up to 100; the starter passes no check by its files, and nothing in the files of the solution fails. What needs an
 * engine is seen by the tests of grading.
 */
export async function checkScores({ root }: CourseContent): Promise<Finding> {
  const problems: string[] = [];
  const points = COURSE.checks.reduce((sum, check) => sum + check.points, 0);
  if (points !== 100) problems.push(`the points add up to ${points}`);
  for (const { id, points: whole, parts } of COURSE.checks) {
    const sum = parts?.reduce((total, part) => total + part.points, 0) ?? whole;
    if (sum !== whole) problems.push(`the parts of ${id} add up to ${sum} of ${whole}`);
  }
  const starter = gradeFiles(await readSubmission(join(root, "challenge/starter")));
  const solution = gradeFiles(await readSubmission(join(root, "challenge/solution")));
  problems.push(
    ...starter.filter(({ earned }) => earned > 0).map(({ id }) => `the starter already earns points for ${id}`),
  );
  problems.push(...solution.filter(({ status }) => status === "failed").map(({ id }) => `the solution fails ${id}`));
  return { problems, summary: [`points: ${points}; by its files the starter earns none, and the solution loses none`] };
}
