import type { ClassReport, GradedSubmission, Shard } from "../class-report";
import type { ClassList } from "../list/list-submissions";

/** What a class is graded with, and who hears of it. */
export interface GradeClassRequest extends Pick<ClassReport, "grader" | "trust" | "buildNetwork"> {
  readonly list: ClassList;
  readonly shard: Shard;
  /** the folder of the results; made where it is missing */
  readonly output: string;
  /** forget earlier results */
  readonly fresh: boolean;
  /** how many to grade at once; as many as suit the engine unless given */
  readonly jobs?: number;
  /** milliseconds for one submission */
  readonly timeLimitMs: number;
  /** bytes that the class may add to the engine's build cache */
  readonly cacheLimit: number;
  /** the file of the command line, for the processes that grade */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ClassEvent) => void;
}

/** How a result came about: graded now, kept from an earlier run, or that of another submission with the same files. */
export type Origin = "graded" | "kept" | "same";

export type ClassEvent =
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "started"; readonly name: string }
  | { readonly kind: "finished"; readonly submission: GradedSubmission; readonly origin: Origin };
