import { l10n } from "vscode";
import type { Prediction, Question } from "../../core/content/question";
import { type Answer, type Progress, type Rating } from "../../core/progress/progress";
import { rateAnswer, recordAnswer } from "../../core/progress/record-answer";
import { predictionTruth } from "../../core/progress/prediction-truth";
import type { Course } from "../course/course";
import { momentNow } from "../course/moment";
import { escapeHtml, markdownHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/**
 * A checkpoint question: first the learner's own answer, or that they do not know; then the model answer and why; then their
 * own judgement in three levels. Nothing is graded, everything can be changed later.
 */
export function questionPanel(course: Course, folder: string, question: Question): PanelContent {
  let editing = false;
  return {
    // one tab for all questions, so that they do not pile up
    key: `question ${folder}`,
    draftsOf: `question ${folder} ${question.id}`,
    title: l10n.t("Question: {0}", pageTitle(course, question)),
    onDidChange: course.progress.onDidChange,
    body: async () => {
      const progress = await course.progress.read(folder);
      const answer = progress?.answers[question.id];
      const isOpen = !answer || editing;
      const parts = [`<h1>${escapeHtml(l10n.t("Question"))}</h1>`, markdownHtml(question.prompt)];
      if (isOpen) return [...parts, askForm(question, answer)].join("\n");
      return [...parts, givenAnswer(question, answer), modelAnswer(question, progress), rateForm(answer)].join("\n");
    },
    onSubmit: async (action, values) => {
      const now = momentNow();
      editing = action === "edit";
      const rating = RATINGS.find(({ id }) => id === action)?.id;
      const given = givenOf(question, action, values);
      await course.progress.change(folder, (progress) => {
        if (rating) return rateAnswer(progress, question.id, rating, now);
        if (given) return recordAnswer(progress, question.id, given, now.now);
        // drawn again, to show the form
        return { ...progress };
      });
    },
  };
}

function pageTitle({ walkthroughs }: Course, { page }: Question): string {
  const pages = walkthroughs.flatMap(({ pages }) => pages);
  return pages.find(({ name }) => name === page)?.title ?? "";
}

function givenOf(
  question: Question,
  action: string,
  values: Readonly<Record<string, string>>,
): Pick<Answer, "text" | "choice"> | undefined {
  if (action === "dont-know") return {};
  if (action !== "answer") return undefined;
  if (question.kind === "choice")
    return values["choice"] === undefined ? undefined : { choice: Number(values["choice"]) };
  const text = values["text"]?.trim() ?? "";
  return text === "" ? undefined : { text };
}

function askForm(question: Question, answer: Answer | undefined): string {
  const field =
    question.kind === "choice"
      ? choices(question, answer)
      : `<label for="text">${escapeHtml(l10n.t("Your answer, in your own words"))}</label>
<textarea id="text" name="text" required data-after="edit">${escapeHtml(answer?.text ?? "")}</textarea>`;
  return `<form>
${field}
<div class="buttons">
<button name="action" value="answer">${escapeHtml(l10n.t("Show the Model Answer"))}</button>
<button name="action" value="dont-know" class="secondary" formnovalidate>${escapeHtml(l10n.t("I Do Not Know Yet"))}</button>
</div>
<p class="quiet">${escapeHtml(l10n.t("Nobody grades this. Saying it in your own words first is what makes it stay."))}</p>
</form>`;
}

function choices({ choices = [] }: Question, answer: Answer | undefined): string {
  const options = choices.map((choice, index) => {
    const checked = answer?.choice === index ? " checked" : "";
    const id = `choice-${index}`;
    return `<label class="choice" for="${id}"><input type="radio" name="choice" id="${id}" value="${index}" required${checked}> ${inline(choice)}</label>`;
  });
  return `<fieldset data-after="edit"><legend>${escapeHtml(l10n.t("What do you think?"))}</legend>${options.join("\n")}</fieldset>`;
}

function givenAnswer({ choices = [] }: Question, answer: Answer): string {
  const chosen = answer.choice === undefined ? undefined : choices[answer.choice];
  const said =
    answer.text !== undefined
      ? paragraphs(answer.text)
      : chosen !== undefined
        ? `<p>${inline(chosen)}</p>`
        : `<p class="quiet">${escapeHtml(l10n.t("You did not know yet."))}</p>`;
  return `<h2 data-after="answer dont-know">${escapeHtml(l10n.t("Your answer"))}</h2>${said}
<form><button name="action" value="edit" class="secondary">${escapeHtml(l10n.t("Change Your Answer"))}</button></form>`;
}

function modelAnswer(question: Question, progress: Progress | undefined): string {
  const right = question.correct === undefined ? undefined : question.choices?.[question.correct];
  return `<h2>${escapeHtml(l10n.t("Model answer"))}</h2>
${right === undefined ? "" : `<p><strong>${inline(right)}</strong></p>`}
${markdownHtml(question.model)}
${question.predicts && progress ? truth(question.predicts, progress) : ""}
<h2>${escapeHtml(l10n.t("Why it matters"))}</h2>
${markdownHtml(question.why)}`;
}

/** What this machine has shown, beside the guess. */
function truth(prediction: Prediction, progress: Progress): string {
  const seen = predictionTruth(prediction, progress);
  const said =
    seen ?? l10n.t("Your own machine has not shown it yet. Do what the page asks for, then look here again.");
  return `<h2>${escapeHtml(l10n.t("What your machine showed"))}</h2><p>${escapeHtml(said)}</p>`;
}

const RATINGS: readonly { readonly id: Rating; readonly label: () => string }[] = [
  { id: "knew", label: () => l10n.t("I Knew It") },
  { id: "partly", label: () => l10n.t("Partly") },
  { id: "not-yet", label: () => l10n.t("Not Yet") },
];

function rateForm({ rating }: Answer): string {
  const buttons = RATINGS.map(({ id, label }) => {
    const chosen = rating === id;
    return `<button name="action" value="${id}" aria-pressed="${chosen}"${chosen ? "" : ' class="secondary"'}>${escapeHtml(label())}</button>`;
  });
  const said = rating
    ? l10n.t("Noted. The question comes back in the Course view after a while.")
    : l10n.t("Compare the two answers. How much of it did you know?");
  return `<form><h2>${escapeHtml(l10n.t("How well did you know it?"))}</h2>
<p class="quiet" role="status" data-after="knew partly not-yet">${escapeHtml(said)}</p>
<div class="buttons">${buttons.join("\n")}</div></form>`;
}

/** A text of one line, as Markdown without its paragraph. */
function inline(text: string): string {
  return markdownHtml(text).replace(/^<p>|<\/p>\s*$/g, "");
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, "<br>")}</p>`)
    .join("");
}
