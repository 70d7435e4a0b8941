import type { CheckId } from "../../src/core/checks/check-id";
import type { CheckStatus } from "../../src/core/report";

/** One generated submission, and what its grading must come to. */
export interface BenchSubmission {
  readonly name: string;
  readonly kind: "good" | "broken" | "hostile" | "duplicate";
  /** the statuses that must come out; checks that are not named may come out as they like */
  readonly expected: Readonly<Partial<Record<CheckId, CheckStatus>>>;
  /** whose files these are, where they are another's */
  readonly sameAs?: string;
  /** makes the folder */
  write(folder: string): void;
}
