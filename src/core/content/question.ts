/** A checkpoint question of challenge/questions/<step>.json. Never graded: the learner answers, reads, and rates themselves. */
export interface Question {
  /** unique in the course, for instance `s3-q2` */
  readonly id: string;
  /** the page that it belongs to: `<step's folder>/<page>` */
  readonly page: string;
  readonly kind: "text" | "choice";
  /** Markdown, as all texts here */
  readonly prompt: string;
  /** of a choice: what can be chosen, and the position of the right one */
  readonly choices?: readonly string[];
  readonly correct?: number;
  /** what a good answer says */
  readonly model: string;
  /** why it matters, or how to see it for oneself */
  readonly why: string;
  /** a choice whose truth this machine can show: the figure of a task or comparison that the guess is held against */
  readonly predicts?: Prediction;
}

/** What the coach measures by itself, so that a guess can be compared with it. */
export const PREDICTIONS = ["cached-after-source-change", "naive-size", "naive-user", "counter-after-down"] as const;
export type Prediction = (typeof PREDICTIONS)[number];
