import type { Comparison } from "../comparison/comparison";
import type { Question } from "../content/question";
import { COURSE } from "../course";
import { megabytes } from "../megabytes";
import type { Answer, Progress } from "../progress/progress";

/** What a learner can keep and show: plain data from which the Markdown and the HTML are written. */
export interface CourseReport {
  readonly title: string;
  /** ISO 8601 in UTC */
  readonly at: string;
  readonly score: { readonly earned: number; readonly open: number; readonly max: number };
  readonly checks: readonly {
    readonly title: string;
    readonly earned: number;
    readonly points: number;
    readonly state: string;
  }[];
  readonly tasks: readonly { readonly title: string; readonly state: string; readonly observed: string }[];
  /** the figures before and after, as text; absent where nothing was compared */
  readonly figures?: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly answers: readonly { readonly prompt: string; readonly answer: string; readonly rating: string }[];
  /** what can be said in an interview, in the learner's own figures */
  readonly interview: readonly string[];
}

/**
 * Gathers a report from progress. What was not done is said as it is: nothing is left out to look better.
 * @param questions of the course, in its order
 * @param now ISO 8601 in UTC
 */
export function courseReport(progress: Progress, questions: readonly Question[], now: string): CourseReport {
  const { checks, tasks, comparison, score } = progress;
  const max = COURSE.checks.reduce((sum, { points }) => sum + points, 0);
  return {
    title: COURSE.title,
    at: now,
    score: score ?? { earned: 0, open: max, max },
    checks: COURSE.checks.map(({ id, title, points }) => {
      const check = checks[id];
      return { title, points, earned: check?.earned ?? 0, state: check ? STATES[check.status] : "not run" };
    }),
    tasks: COURSE.tasks.map(({ id, title }) => {
      const task = tasks[id];
      const state = !task ? "not done" : task.status === "verified" ? "verified" : "not verified";
      return { title, state, observed: task?.observed ?? "" };
    }),
    ...(comparison && { figures: figuresOf(comparison) }),
    answers: questions.flatMap((question) => {
      const answer = progress.answers[question.id];
      return answer ? [{ prompt: question.prompt, ...answerText(question, answer) }] : [];
    }),
    interview: interviewLines(progress),
  };
}

const STATES = {
  passed: "passed",
  partial: "in part",
  failed: "not passed",
  skipped: "waiting",
  errored: "could not be decided",
} as const;

const NAMES = { naive: "Simple", slim: "Slim, one stage", current: "Mine" } as const;
const RATINGS = { knew: "I knew it", partly: "partly", "not-yet": "not yet" } as const;

function answerText({ choices = [] }: Question, { text, choice, rating }: Answer) {
  const chosen = choice === undefined ? undefined : choices[choice];
  return { answer: text ?? chosen ?? "(I did not know yet.)", rating: rating ? RATINGS[rating] : "" };
}

function figuresOf({ variants }: Comparison): NonNullable<CourseReport["figures"]> {
  const measured = variants.flatMap((variant) => (variant.state === "measured" ? [variant] : []));
  const row = (name: string, text: (one: (typeof measured)[number]) => string) => [name, ...measured.map(text)];
  return {
    heads: ["", ...measured.map(({ id }) => NAMES[id])],
    rows: [
      row("Size of the files in all layers", ({ bytes }) => megabytes(bytes)),
      row("Stages", ({ stages }) => String(stages)),
      row("User", ({ uid, user }) => (uid === 0 ? "root" : `${user} (${uid ?? "?"})`)),
      row("Health check", ({ hasHealthcheck }) => (hasHealthcheck ? "yes" : "no")),
      row("Steps done again after a change in src", ({ afterSourceChange }) =>
        String(afterSourceChange.rebuilt.length),
      ),
    ],
  };
}

/** Sentences that hold for this learner: each only where a run has shown it. */
function interviewLines({ comparison, checks }: Progress): readonly string[] {
  const passed = (id: keyof typeof checks): boolean => checks[id]?.status === "passed";
  const bytes = new Map(
    comparison?.variants.flatMap((one) => (one.state === "measured" ? [[one.id, one.bytes] as const] : [])),
  );
  const [naive, slim, current] = (["naive", "slim", "current"] as const).map((id) => bytes.get(id));
  return [
    naive !== undefined && current !== undefined
      ? `I put a Python API into a container. My first image held ${megabytes(naive)} of files, the one that I ended with ${megabytes(current)}.`
      : "I put a Python API into a container.",
    ...(slim !== undefined && naive !== undefined && naive > slim
      ? [`Most of that came from the slim base image: by itself it brought the image to ${megabytes(slim)}.`]
      : []),
    ...(passed("multi-stage")
      ? ["I built it in stages, so that what is needed only to install stays out of what is shipped."]
      : []),
    ...(passed("non-root-user") ? ["The app does not run as root: I saw the user id of its process."] : []),
    ...(passed("healthcheck") ? ["A health check asks the app itself; I saw it become healthy."] : []),
    ...(passed("compose") ? ["With Compose it runs together with Redis, and the count outlives the container."] : []),
  ];
}
