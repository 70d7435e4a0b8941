import type { Severity } from "../../core/lint/finding";
import type { Equivalents, Rule } from "../../core/lint/rule";
import type { LearningPhase } from "./learning-phase";

/** What a person has set for a rule. */
export type RuleLevel = "default" | "off" | Severity;

export interface ShownBy {
  readonly level: RuleLevel;
  readonly phase: LearningPhase;
  /** families of codes that other extensions show, where those are to go first */
  readonly saidByOthers: ReadonlySet<keyof Equivalents>;
}

/**
 * How the editor shows a finding; undefined where it does not. What a person has set for the rule comes first; a rule that
 * another extension stands in for is hidden; and what the course leads to later is information until then.
 */
export function shownSeverity(
  rule: Rule,
  found: Severity,
  { level, phase, saidByOthers }: ShownBy,
): Severity | undefined {
  if (level === "off") return undefined;
  if (level !== "default") return level;
  if (rule.saidBy?.some((tool) => saidByOthers.has(tool))) return undefined;
  const isEarly = phase === "naive" && rule.courseGoal === true && (found === "warning" || found === "error");
  return isEarly ? "information" : found;
}
