import type { Answer, Progress, Rating } from "./progress";

/**
 * Days until a question is asked again, by how often in a row it was known: after the last one it is not. Spacing is what
 * helps; equal and growing intervals do about as well (Kang et al. 2014), growing ones ask less.
 */
const INTERVALS = [1, 3, 10];

/** Keeps an answer as it was given, in place of an earlier one. It stays unrated until the learner has compared it. */
export function recordAnswer(
  progress: Progress,
  question: string,
  given: { readonly text?: string; readonly choice?: number },
  now: string,
): Progress {
  const before = progress.answers[question];
  const kept = {
    ...(before?.rating && { rating: before.rating }),
    ...(before?.askAgain && { askAgain: before.askAgain }),
  };
  const answer: Answer = { at: now, ...given, ...kept, known: before?.known ?? 0 };
  return { ...progress, answers: { ...progress.answers, [question]: answer } };
}

/** The time now, and the same time some days on; ISO 8601 in UTC. */
export interface Moment {
  readonly now: string;
  inDays(days: number): string;
}

/**
 * Keeps how well the learner found that they knew it, and when it is asked again. Rated twice in one sitting, the second rating
 * corrects the first.
 */
export function rateAnswer(progress: Progress, question: string, rating: Rating, moment: Moment): Progress {
  const answer = progress.answers[question];
  if (!answer) return progress;
  const isNew = answer.rating === undefined || isDue(answer, moment.now);
  const known = rating !== "knew" ? 0 : isNew ? answer.known + 1 : Math.max(1, answer.known);
  const days = INTERVALS[known];
  const { askAgain: _, ...rest } = answer;
  const next: Answer = { ...rest, rating, known, ...(days !== undefined && { askAgain: moment.inDays(days) }) };
  return { ...progress, answers: { ...progress.answers, [question]: next } };
}

/** The questions whose time has come again, longest due first. `now` as ISO 8601. */
export function dueQuestions({ answers }: Progress, now: string): readonly string[] {
  const due = Object.entries(answers).filter(([, answer]) => isDue(answer, now));
  return due.sort(([, one], [, other]) => (one.askAgain ?? "").localeCompare(other.askAgain ?? "")).map(([id]) => id);
}

function isDue({ askAgain }: Answer, now: string): boolean {
  return askAgain !== undefined && askAgain <= now;
}
