import type { EnvironmentItemId, EnvironmentResult } from "../environment-report";
import type { MachineFacts } from "../machine-facts";

/** One thing that the course needs, or that is worth knowing. */
export interface EnvironmentItem {
  readonly id: EnvironmentItemId;
  readonly title: string;
  /** Judges the facts; undefined where it does not apply to this machine. */
  judge(facts: MachineFacts): Omit<EnvironmentResult, "id" | "title"> | undefined;
}
