import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";
import { readingEase } from "./reading-ease";

/** Flesch's scale: 60 to 70 is plain English, for pupils of 13 to 15. Commands and names are harder than prose, so a little less passes. */
const LEAST = 50;
const SHOWN = 5;

/** Every page reads at the level of a beginner; the hardest are listed. */
export async function checkReadability({ markdown }: CourseContent): Promise<Finding> {
  const scores = await Promise.all(
    [...markdown].map(async ([file, text]) => ({ file, score: Math.round(await readingEase(text)) })),
  );
  const hardest = scores.sort((one, other) => one.score - other.score).slice(0, SHOWN);
  const problems = scores
    .filter(({ score }) => score < LEAST)
    .map(({ file, score }) => `${file} is hard to read: ${score} on Flesch's scale, at least ${LEAST}`);
  const mean = Math.round(scores.reduce((sum, { score }) => sum + score, 0) / scores.length);
  const list = hardest.map(({ file, score }) => `  ${score}  ${file}`);
  return {
    problems,
    summary: [`reading ease (Flesch) of ${scores.length} texts: ${mean} on average; the hardest:`, ...list],
  };
}
