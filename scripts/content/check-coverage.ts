import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";
import { table } from "./table";

/** The rows of the original challenge's text, so that none can be lost with its line. */
const ROWS = 318;

/**
 * Every fact of the original text stands somewhere: challenge/coverage.tsv names the file, and words in it that would go if the fact
 * did.
 */
export function checkCoverage({ has, text }: CourseContent): Finding {
  const rows = table(text("challenge/coverage.tsv"));
  const problems = rows.flatMap(({ id, where, evidence }) => {
    if (!where || !evidence) return [`coverage: ${id} names no place`];
    if (!has(where)) return [`coverage: ${id}: there is no ${where}`];
    return holds(text(where), evidence) ? [] : [`coverage: ${id}: ${where} does not say “${evidence}”`];
  });
  const ids = new Set(rows.map(({ id }) => id));
  if (ids.size !== ROWS) problems.push(`coverage: ${ids.size} different rows, there are ${ROWS} in the original text`);
  return { problems, summary: [`${ids.size} facts of the original text are covered`] };
}

function holds(text: string, evidence: string): boolean {
  return text.toLowerCase().includes(evidence.toLowerCase());
}
