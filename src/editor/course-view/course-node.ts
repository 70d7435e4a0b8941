import type { Fact } from "../../core/content/page";
import { factsReached } from "../../core/progress/facts";
import type { Progress } from "../../core/progress/progress";
import { dueQuestions } from "../../core/progress/record-answer";
import { TASK_IDS } from "../../core/tasks/task-id";
import type { CoursePage, CourseWalkthrough } from "../course/course-walkthroughs";

/** The nodes of the Course tree, as plain data. */
export type CourseNode = StepNode | PageNode | FactNode | DueNode | DueQuestionNode | GroupNode | LinkNode;

export interface StepNode {
  readonly kind: "step";
  readonly folder: string;
  readonly step: number;
  readonly title: string;
  readonly pages: readonly PageNode[];
  readonly done: number;
  /** the step that the learner is at */
  readonly open: boolean;
}

export interface PageNode {
  readonly kind: "page";
  readonly folder: string;
  readonly page: CoursePage;
  readonly facts: readonly FactNode[];
  readonly done: boolean;
}

/** What makes a page done: a question, a check or a task, and whether it holds now. */
export interface FactNode {
  readonly kind: "fact";
  readonly folder: string;
  readonly fact: Fact;
  readonly page: CoursePage;
  readonly reached: boolean;
  /** what the task's last Verify saw */
  readonly observed?: string;
}

/** Questions whose time has come again. */
export interface DueNode {
  readonly kind: "due";
  readonly questions: readonly DueQuestionNode[];
}

export interface DueQuestionNode {
  readonly kind: "due-question";
  readonly folder: string;
  readonly id: string;
  readonly page: CoursePage;
}

/** Things to look up, and tools. */
export interface GroupNode {
  readonly kind: "group";
  readonly id: "look-up" | "tools";
  readonly links: readonly LinkNode[];
}

export interface LinkNode {
  readonly kind: "link";
  readonly id: string;
}

/** The most questions that are asked again at once. */
const MOST_DUE = 3;

const LINKS: Readonly<Record<GroupNode["id"], readonly string[]>> = {
  "look-up": ["glossary", "key-concepts", "commands", "interview", "troubleshooting"],
  tools: ["environment", "offline", "compare", "report", "progress", "clean-up"],
};

/**
 * The course as a learner sees it: what is to be asked again, the seven steps with their pages and what these wait for, then what
 * one can look up and the tools. Without a folder the steps stand there too, with nothing reached.
 * @param now ISO 8601 in UTC
 */
export function courseNodes(
  walkthroughs: readonly CourseWalkthrough[],
  folder: string,
  progress: Progress | undefined,
  now: string,
): readonly CourseNode[] {
  const reached = progress ? factsReached(progress) : new Set<Fact>();
  const steps = walkthroughs.map((walkthrough) => stepNode(walkthrough, folder, reached, progress));
  const current = steps.find(({ done, pages }) => done < pages.length);
  const pages = walkthroughs.flatMap((walkthrough) => walkthrough.pages);
  const due = progress ? dueQuestions(progress, now) : [];
  const questions = due
    .flatMap((id): readonly DueQuestionNode[] => {
      const page = pages.find(({ facts }) => facts.includes(`answered.${id}`));
      return page ? [{ kind: "due-question", folder, id, page }] : [];
    })
    .slice(0, MOST_DUE);
  return [
    ...(questions.length > 0 ? [{ kind: "due", questions } as const] : []),
    ...steps.map((step) => (step === current ? { ...step, open: true } : step)),
    ...(["look-up", "tools"] as const).map((id): GroupNode => {
      return { kind: "group", id, links: LINKS[id].map((link) => ({ kind: "link", id: link })) };
    }),
  ];
}

function stepNode(
  { step, title, pages }: CourseWalkthrough,
  folder: string,
  reached: ReadonlySet<Fact>,
  progress: Progress | undefined,
): StepNode {
  const nodes = pages.map((page): PageNode => {
    const facts = page.facts.map((fact): FactNode => {
      const observed = observedBy(fact, progress);
      return { kind: "fact", folder, fact, page, reached: reached.has(fact), ...(observed && { observed }) };
    });
    return { kind: "page", folder, page, facts, done: facts.every((fact) => fact.reached) };
  });
  return {
    kind: "step",
    folder,
    step,
    title,
    pages: nodes,
    done: nodes.filter(({ done }) => done).length,
    open: false,
  };
}

function observedBy(fact: Fact, progress: Progress | undefined): string | undefined {
  const task = TASK_IDS.find((id) => fact === `verified.${id}`);
  return task && progress?.tasks[task]?.observed;
}
