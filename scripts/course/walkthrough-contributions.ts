import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { completionEvent, type StepPages } from "../../src/core/content/page";
import { COURSE } from "../../src/core/course";

/**
 * What package.json declares of the walkthroughs, and the texts that package.nls.json holds for it, as the steps' pages.json
 * say. The first walkthrough is always listed; the others when the learner has come that far.
 */
export function walkthroughContributions(root: string): {
  readonly walkthroughs: readonly object[];
  readonly strings: Readonly<Record<string, string>>;
} {
  const strings: Record<string, string> = {};
  const text = (key: string, value: string): string => {
    strings[`walkthroughs.${key}`] = value;
    return `%walkthroughs.${key}%`;
  };
  const walkthroughs = COURSE.steps.flatMap(({ number, folder }) => {
    const file = join(root, "walkthroughs", folder, "pages.json");
    if (!existsSync(file)) return [];
    const step = JSON.parse(readFileSync(file, "utf8")) as StepPages;
    const id = `step${number}`;
    return [
      {
        id,
        title: text(`${id}.title`, step.title),
        description: text(`${id}.description`, step.description),
        ...(number === 0
          ? { featuredFor: ["challenge.json"] }
          : { when: `dockerizeCoach.step >= ${number} || config.dockerizeCoach.showAllSteps` }),
        steps: step.pages.map((page) => ({
          id: page.id,
          title: text(`${id}.${page.id}.title`, page.title),
          description: text(`${id}.${page.id}.description`, page.description.join("\n")),
          media: { markdown: `walkthroughs/${folder}/${page.id}.md` },
          completionEvents: [completionEvent(page)],
        })),
      },
    ];
  });
  return { walkthroughs, strings };
}
