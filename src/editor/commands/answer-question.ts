import { commands, type Disposable, l10n, ViewColumn, window } from "vscode";
import type { Question } from "../../core/content/question";
import type { Course } from "../course/course";
import { questionPanel } from "../course-panels/question-panel";
import { courseTarget } from "./course-target";

/** “Answer a Question”: by its id, or one that the learner picks. */
export function registerAnswerQuestion(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.answerQuestion", async (id?: unknown) => {
    const folder = await courseTarget(course);
    if (folder === undefined) return;
    const question = typeof id === "string" ? await course.files.question(id) : await pick(course, folder);
    if (question) await course.panels.show(questionPanel(course, folder, question), ViewColumn.Active);
  });
}

async function pick(course: Course, folder: string): Promise<Question | undefined> {
  const answers = (await course.progress.read(folder))?.answers ?? {};
  const items = (await course.files.questions()).map((question) => {
    const description = answers[question.id] ? l10n.t("answered") : "";
    return { label: `${question.id}: ${question.prompt.replace(/\s+/g, " ")}`, description, question };
  });
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which question?") });
  return picked?.question;
}
