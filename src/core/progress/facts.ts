import type { Fact } from "../content/page";
import type { Progress } from "./progress";

/**
 * What is reached as things stand: it goes back with the checks and tasks. An answer counts once it is given; how it was
 * rated is the learner's own business.
 */
export function factsReached({ answers, checks, tasks }: Progress): ReadonlySet<Fact> {
  const answered = Object.keys(answers).map((id): Fact => `answered.${id}`);
  const passed = Object.entries(checks).flatMap(([id, { status }]): Fact[] =>
    status === "passed" ? [`passed.${id}`] : [],
  );
  const verified = Object.entries(tasks).flatMap(([id, { status }]): Fact[] =>
    status === "verified" ? [`verified.${id}`] : [],
  );
  return new Set([...answered, ...passed, ...verified]);
}
