import { COURSE } from "../../src/core/course";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

const LEAST_PAGES = 28;

/** Every step has pages, and each page its text, something to do, and something real that ticks it; nothing is left over. */
export function checkPages({ steps, questions, markdown, has, text }: CourseContent): Finding {
  const problems: string[] = [];
  const facts = new Set(steps.flatMap(({ pages }) => pages.flatMap(({ doneWhen }) => doneWhen)));
  for (const { number, folder } of COURSE.steps) {
    if (!steps.some(({ step }) => step === number))
      problems.push(`step ${number} has no walkthroughs/${folder}/pages.json`);
    if (!questions.some(({ page }) => page.startsWith(`${folder}/`))) problems.push(`step ${number} has no question`);
  }
  for (const { folder, pages } of steps) {
    for (const { id, title, description, doneWhen } of pages) {
      const file = `walkthroughs/${folder}/${id}.md`;
      if (!has(file)) problems.push(`${file} is missing`);
      else if (text(file).split("\n")[0] !== `# ${title}`) problems.push(`${file} does not begin with “# ${title}”`);
      if (!description.some((line) => /^\[[^\]]+\]\(command:[^)]+\)$/.test(line)))
        problems.push(`${folder}/${id} has no button`);
      for (const fact of doneWhen)
        if (!isKnown(fact)) problems.push(`${folder}/${id} waits for ${fact}, which does not exist`);
    }
    for (const file of markdown.keys()) {
      const [, name] = new RegExp(`^walkthroughs/${folder}/(.+)\\.md$`).exec(file) ?? [];
      if (name !== undefined && !pages.some(({ id }) => id === name)) problems.push(`${file} is in no pages.json`);
    }
  }
  for (const { id } of COURSE.checks)
    if (!facts.has(`passed.${id}`)) problems.push(`no page waits for the check ${id}`);
  for (const { id } of COURSE.tasks)
    if (!facts.has(`verified.${id}`)) problems.push(`no page waits for the task ${id}`);
  for (const { id, page, choices, correct } of questions) {
    const [folder, name] = page.split("/");
    const own = steps.find((step) => step.folder === folder)?.pages.find((one) => one.id === name);
    if (!own?.doneWhen.includes(`answered.${id}`))
      problems.push(`question ${id}: its page ${page} does not wait for it`);
    if (correct !== undefined && choices?.[correct] === undefined)
      problems.push(`question ${id}: there is no choice ${correct}`);
  }
  const twice = questions.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
  problems.push(...twice.map((id) => `question ${id} exists twice`));
  const count = steps.reduce((sum, { pages }) => sum + pages.length, 0);
  if (count < LEAST_PAGES) problems.push(`there are ${count} pages, fewer than ${LEAST_PAGES}`);
  return { problems, summary: [`${steps.length} steps, ${count} pages, ${questions.length} questions`] };

  function isKnown(fact: string): boolean {
    const [kind, id] = fact.split(".");
    const lists: Record<string, readonly { readonly id: string }[]> = {
      answered: questions,
      passed: COURSE.checks,
      verified: COURSE.tasks,
    };
    return lists[kind ?? ""]?.some((one) => one.id === id) ?? false;
  }
}
