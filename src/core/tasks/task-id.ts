/** The course's ungraded tasks, in its order. Titles and steps stand in challenge/course.json. */
export const TASK_IDS = [
  "environment",
  "hello-world",
  "run-locally",
  "build-naive",
  "naive-user",
  "compare-images",
  "live-reload",
  "counter-survives",
  "stop",
  "submit",
  "clean-up",
] as const;

export type TaskId = (typeof TASK_IDS)[number];
