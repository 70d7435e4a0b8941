import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Card } from "../../src/core/content/card";
import type { StepPages } from "../../src/core/content/page";
import type { Question } from "../../src/core/content/question";
import type { ShellCommand } from "../../src/core/content/shell-command";
import { COURSE } from "../../src/core/course";

/** All texts and data of the course, read from the project. */
export interface CourseContent {
  readonly root: string;
  /** by step, in order */
  readonly steps: readonly (StepPages & { readonly folder: string })[];
  readonly questions: readonly Question[];
  readonly commands: readonly ShellCommand[];
  readonly cards: readonly Card[];
  readonly glossary: readonly {
    readonly term: string;
    readonly also: readonly string[];
    readonly definition: string;
  }[];
  /** every Markdown file of walkthroughs/ and challenge/hints, by its path from the root; translations left out */
  readonly markdown: ReadonlyMap<string, string>;
  /** the data files with the schema that each must keep to */
  readonly data: readonly { readonly file: string; readonly schema: string }[];
  has(file: string): boolean;
  text(file: string): string;
}

export function courseContent(root: string): CourseContent {
  const has = (file: string): boolean => existsSync(join(root, file));
  const text = (file: string): string => readFileSync(join(root, file), "utf8");
  const json = <T>(file: string): T => JSON.parse(text(file)) as T;
  const files = (folder: string): string[] =>
    has(folder)
      ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
          .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
          .sort()
      : [];

  const steps = COURSE.steps.flatMap(({ folder }) => {
    const file = `walkthroughs/${folder}/pages.json`;
    return has(file) ? [{ ...json<StepPages>(file), folder }] : [];
  });
  const lists = (folder: string): string[] => files(folder).filter((file) => file.endsWith(".json"));
  const markdown = [...files("walkthroughs"), ...files("challenge/hints")].filter((file) =>
    /(?<!\.nls\.\w+)\.md$/.test(file),
  );
  return {
    root,
    steps,
    questions: lists("challenge/questions").flatMap((file) => json<Question[]>(file)),
    commands: lists("challenge/commands").flatMap((file) => json<ShellCommand[]>(file)),
    cards: json("challenge/troubleshooting.json"),
    glossary: json("challenge/glossary.json"),
    markdown: new Map(markdown.map((file) => [file, text(file)])),
    data: [
      { file: "challenge/course.json", schema: "course" },
      { file: "challenge/glossary.json", schema: "glossary" },
      { file: "challenge/troubleshooting.json", schema: "troubleshooting" },
      ...lists("challenge/questions").map((file) => ({ file, schema: "questions" })),
      ...lists("challenge/commands").map((file) => ({ file, schema: "commands" })),
      ...steps.map(({ folder }) => ({ file: `walkthroughs/${folder}/pages.json`, schema: "pages" })),
    ],
    has,
    text,
  };
}

/** Every text of the course that a learner may read, with the place where it stands. */
export function allTexts(content: CourseContent): readonly { readonly place: string; readonly text: string }[] {
  return [
    ...[...content.markdown].map(([place, text]) => ({ place, text })),
    ...content.steps.flatMap(({ folder, pages }) =>
      pages.map(({ id, description }) => ({
        place: `walkthroughs/${folder}/pages.json ${id}`,
        text: description.join("\n"),
      })),
    ),
    ...content.questions.map((one) => ({
      place: `question ${one.id}`,
      text: [one.prompt, ...(one.choices ?? []), one.model, one.why].join("\n\n"),
    })),
    ...content.cards.map((card) => ({
      place: `card ${card.id}`,
      text: [card.title, card.cause, ...Object.values(card.fix)].join("\n\n"),
    })),
    ...content.glossary.map(({ term, definition }) => ({ place: `glossary ${term}`, text: definition })),
  ];
}
