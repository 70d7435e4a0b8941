import { type Refusal, WHY_REFUSED } from "../untrusted/refusal";
import type { Verdict } from "./check";

/** What is refused of untrusted work is the learner's to mend, like any other fault of theirs. */
export function refusedVerdict({ file, message, next, range }: Refusal): Verdict {
  return {
    status: "failed",
    observed: message,
    why: WHY_REFUSED,
    next,
    ...(range && { location: { file, range } }),
    evidence: { refused: true },
  };
}
