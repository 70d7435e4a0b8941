/** A walkthrough as walkthroughs/<folder>/pages.json lists it. */
export interface StepPages {
  /** 0 to 6 */
  readonly step: number;
  readonly title: string;
  readonly description: string;
  readonly pages: readonly Page[];
}

export interface Page {
  /** the name of its Markdown file, without the ending */
  readonly id: string;
  readonly title: string;
  /** lines of Markdown that stand beside the page; a link alone on a line is a button */
  readonly description: readonly string[];
  /** the facts that make the page done, all of them: see Fact */
  readonly doneWhen: readonly Fact[];
}

/** Something that a learner has reached: a question answered, a check passed, a task verified. */
export type Fact = `${"answered" | "passed" | "verified"}.${string}`;

/** The context key that stands for a fact in `when` clauses and ticks. */
export function factKey(fact: Fact): string {
  return `dockerizeCoach.${fact}`;
}

/** The completion event that ticks a page: all of its facts at once. */
export function completionEvent({ doneWhen }: Page): string {
  return `onContext:${doneWhen.map(factKey).join(" && ")}`;
}

/** The facts in such an event: what package.json holds of `doneWhen`. */
export function factsOf(event: string): readonly Fact[] {
  const keys = event.replace(/^onContext:/, "").split(" && ");
  return keys.map((key) => key.replace(/^dockerizeCoach\./, "") as Fact);
}
