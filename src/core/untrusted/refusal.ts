import type { TextRange } from "../text";

/** Something in the files of untrusted work for which nothing of it is run. */
export interface Refusal {
  /** relative path of the file */
  readonly file: string;
  /** what was found there, a sentence or two */
  readonly message: string;
  /** what to do instead */
  readonly next: string;
  readonly range?: TextRange;
}

/** Why a run of untrusted work is strict, for whoever wonders that their own computer was not. */
export const WHY_REFUSED =
  "Here your work is graded on somebody else's machine, where it may use its own folder and nothing beyond it.";
