import type { RepositoryFacts } from "../push-facts";
import type { PushItemId, PushResult } from "../push-report";

/** One thing to look at in a repository before it is pushed. */
export interface PushItem {
  readonly id: PushItemId;
  readonly title: string;
  /** Judges the facts; undefined where it has nothing to say. */
  judge(facts: RepositoryFacts): Omit<PushResult, "id" | "title"> | undefined;
}
