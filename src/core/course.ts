import data from "../../challenge/course.json";
import type { CheckId } from "./checks/check-id";
import type { TaskId } from "./tasks/task-id";

export interface CoursePart {
  readonly id: string;
  readonly title: string;
  readonly points: number;
}

export interface CourseCheck {
  readonly id: CheckId;
  /** the id in the original challenge's challenge.json */
  readonly originalId: string;
  readonly title: string;
  readonly points: number;
  /** 0 to 6 */
  readonly step: number;
  readonly parts?: readonly CoursePart[];
}

export interface CourseStep {
  /** 0 to 6 */
  readonly number: number;
  readonly title: string;
  /** the step's folder in walkthroughs/, and the name of its files in challenge/ */
  readonly folder: string;
  /** the file that the learner writes in it */
  readonly file?: string;
}

/** Something to do that gives no points; its Verify observes the real thing. */
export interface CourseTask {
  readonly id: TaskId;
  readonly title: string;
  /** 0 to 6 */
  readonly step: number;
}

export interface Course {
  /** the id in a folder's challenge.json that makes it this challenge */
  readonly id: string;
  readonly title: string;
  readonly python: string;
  readonly finalBase: string;
  /** what the final image must stay under, in bytes */
  readonly sizeBudgetBytes: number;
  /** the port that the app listens on inside its container */
  readonly appPort: number;
  readonly steps: readonly CourseStep[];
  readonly checks: readonly CourseCheck[];
  readonly tasks: readonly CourseTask[];
}

/** The course as data: challenge/course.json, typed. */
export const COURSE = data as Course;

/** A check's title, points, step and parts. */
export function courseCheck(id: CheckId): CourseCheck {
  const check = COURSE.checks.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`challenge/course.json has no check ${id}`);
  return check;
}
