import type { Report } from "../core/report";
import type { Trust } from "../core/trust";

/** One submission of a class, as the teacher names it. */
export interface ClassEntry {
  readonly name: string;
  /** absolute path */
  readonly folder: string;
  /** the folder as the list gives it, or its name in the class's folder; the same on every machine */
  readonly shownFolder: string;
}

/** Part `index` of `count` of a class, both from 1; 1 of 1 is the whole class. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * How the grading of one submission ended. `graded`: by itself; `timed-out`: by the time limit; `crashed`: its process
 * ended early; `unreadable`: its folder cannot be read. Checks that were not decided by then are errored in the report.
 */
export type Ending = "graded" | "timed-out" | "crashed" | "unreadable";

/** What a submission's files come down to; equal texts mean equal files. */
export interface Fingerprint {
  /** of all paths, bytes, link targets and executable bits */
  readonly content: string;
  /** of the files that a learner writes, white space aside */
  readonly likeness: string;
}

export interface GradedSubmission {
  readonly name: string;
  readonly folder: string;
  /** absent where the folder cannot be read */
  readonly fingerprint?: Fingerprint;
  readonly ending: Ending;
  readonly report: Report;
}

/** An earlier submission of the class with the same files, or the same but for white space. */
export interface SameAs {
  readonly name: string;
  readonly how: "identical" | "alike";
}

export interface ClassSubmission extends GradedSubmission {
  readonly sameAs?: SameAs;
}

/** The result of a class, or of a shard of it; schema/class.schema.json describes it. */
export interface ClassReport {
  readonly version: 1;
  readonly challenge: string;
  /** the version of the coach that graded */
  readonly grader: string;
  readonly trust: Trust;
  readonly buildNetwork: "open" | "closed";
  readonly shard: Shard;
  /** stands for the whole list of names and folders: shards of one class have the same */
  readonly list: string;
  /** in the order of their names */
  readonly submissions: readonly ClassSubmission[];
}
