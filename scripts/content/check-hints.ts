import { parseHintLadder, solutionFiles } from "../../src/core/content/hint-ladder";
import { COURSE } from "../../src/core/course";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** Every check and task has its ladder; the first two hints hold no code, the skeleton has gaps, and the lines fill them. */
export function checkHints({ has, text }: CourseContent): Finding {
  const problems: string[] = [];
  const all = [...COURSE.checks, ...COURSE.tasks];
  for (const { id } of all) {
    const file = `challenge/hints/${id}.md`;
    if (!has(file)) {
      problems.push(`${file} is missing`);
      continue;
    }
    try {
      const ladder = parseHintLadder(text(file));
      const [idea, where, skeleton, lines] = ladder.rungs.map((rung) => rung.text);
      if ([idea, where].some((rung) => rung?.includes("```")))
        problems.push(`${file}: a hint gives code away before the skeleton`);
      if (!skeleton?.includes("____")) problems.push(`${file}: the skeleton has no gap ____`);
      if (lines?.includes("____")) problems.push(`${file}: the lines still have a gap`);
      for (const name of ladder.rungs.flatMap((rung) => solutionFiles(rung.text)))
        if (!has(`challenge/solution/${name}`)) problems.push(`${file}: there is no challenge/solution/${name}`);
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { problems, summary: [`${all.length} ladders of hints`] };
}
