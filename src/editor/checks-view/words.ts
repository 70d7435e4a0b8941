import { courseCheck } from "../../core/course";
import type { CheckResult } from "../../core/report";
import type { ShownCheck } from "../store/shown-checks";
import type { BuildChecksNode, PartNode, StepNode } from "./checks-node";

export type ShownState = ShownCheck["state"];

const SPOKEN: Readonly<Record<ShownState, string>> = {
  passed: "passed",
  partial: "partly done",
  failed: "not there yet",
  skipped: "waiting",
  errored: "could not be checked",
  running: "being checked",
  "not-run": "not run yet",
};

/** What stands behind a check's title in the tree. */
export function checkDescription(check: ShownCheck, activity?: string): string {
  const words = stateWords(check, activity);
  return check.edited ? `${words} • edited` : words;
}

function stateWords({ state, result, course }: ShownCheck, activity: string | undefined): string {
  switch (state) {
    case "running":
      return activity ?? "checking …";
    case "not-run":
      return "not run yet";
    case "errored":
      return "could not check";
    case "skipped":
      return `waiting for: ${parentTitle(result) ?? "an earlier check"}`;
    default:
      return `${result?.earned ?? 0}/${course.points}`;
  }
}

/** The check as one full sentence, the most important words first, for screen readers. */
export function checkSentence(check: ShownCheck): string {
  const { course, state, result, edited } = check;
  const waits = state === "skipped" ? ` for ${parentTitle(result) ?? "an earlier check"}` : "";
  const found = result?.observed && state !== "passed" && state !== "skipped" ? ` ${result.observed}` : "";
  const since = edited ? " A file has been edited since." : "";
  return `${course.title}: ${SPOKEN[state]}${waits}, ${result?.earned ?? 0} of ${course.points} points.${found}${since}`;
}

/** The state of a part; before its check has been graded, the check's own. */
export function partState({ check, part }: PartNode): ShownState {
  return "status" in part ? part.status : check.state;
}

export function partDescription(node: PartNode): string {
  const state = partState(node);
  if (state === "running") return "checking …";
  if (state === "not-run") return "not run yet";
  if (state === "errored") return "could not check";
  if (state === "skipped") return "waiting";
  return `${"earned" in node.part ? node.part.earned : 0}/${node.part.points}`;
}

export function partSentence(node: PartNode): string {
  const earned = "earned" in node.part ? node.part.earned : 0;
  return `${node.part.title}: ${SPOKEN[partState(node)]}, ${earned} of ${node.part.points} points.`;
}

/** The points of a step, a dash for those earned as long as none of its checks has a result. */
export function stepDescription(node: StepNode): string {
  const { earned, points } = stepPoints(node);
  return `${earned ?? "–"}/${points}`;
}

export function stepSentence(node: StepNode): string {
  const { earned, points } = stepPoints(node);
  const passed = node.checks.filter(({ check }) => check.state === "passed").length;
  const { number, title } = node.step;
  return `Step ${number}, ${title}: ${passed} of ${node.checks.length} checks passed, ${earned ?? 0} of ${points} points.`;
}

export const BUILD_CHECKS = "Docker's own build checks";

export function buildChecksDescription({ found, edited }: BuildChecksNode): string {
  if (found === undefined) return "not run yet";
  const words = found === 0 ? "nothing found" : found === 1 ? "1 finding" : `${found} findings`;
  return edited ? `${words} • edited` : words;
}

export function buildChecksSentence(node: BuildChecksNode): string {
  const since = node.edited ? " A file has been edited since." : "";
  return `${BUILD_CHECKS}: ${buildChecksDescription({ ...node, edited: false })}, no points.${since}`;
}

function stepPoints({ checks }: StepNode): { readonly earned?: number; readonly points: number } {
  const points = checks.reduce((sum, { check }) => sum + check.course.points, 0);
  const results = checks.flatMap(({ check }) => check.result ?? []);
  if (results.length === 0) return { points };
  return { points, earned: results.reduce((sum, result) => sum + result.earned, 0) };
}

function parentTitle(result: CheckResult | undefined): string | undefined {
  return result?.waitingFor && courseCheck(result.waitingFor).title;
}
