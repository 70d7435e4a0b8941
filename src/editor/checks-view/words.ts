import { l10n } from "vscode";
import { courseCheck } from "../../core/course";
import type { CheckResult } from "../../core/report";
import type { ShownCheck } from "../store/shown-checks";
import type { BuildChecksNode, PartNode, StepNode } from "./checks-node";

export type ShownState = ShownCheck["state"];

function spoken(state: ShownState): string {
  switch (state) {
    case "passed":
      return l10n.t("passed");
    case "partial":
      return l10n.t("partly done");
    case "failed":
      return l10n.t("not there yet");
    case "skipped":
      return l10n.t("waiting");
    case "errored":
      return l10n.t("could not be checked");
    case "running":
      return l10n.t("being checked");
    case "not-run":
      return l10n.t("not run yet");
  }
}

/** What stands behind a check's title in the tree. */
export function checkDescription(check: ShownCheck, activity?: string): string {
  const words = stateWords(check, activity);
  return check.edited ? l10n.t("{0} • edited", words) : words;
}

function stateWords({ state, result, course }: ShownCheck, activity: string | undefined): string {
  switch (state) {
    case "running":
      return activity ?? l10n.t("checking …");
    case "not-run":
      return l10n.t("not run yet");
    case "errored":
      return l10n.t("could not check");
    case "skipped":
      return l10n.t("waiting for: {0}", parentTitle(result) ?? l10n.t("an earlier check"));
    default:
      return `${result?.earned ?? 0}/${course.points}`;
  }
}

/** The check as one full sentence, the most important words first, for screen readers. */
export function checkSentence(check: ShownCheck): string {
  const { course, state, result, edited } = check;
  const parent = parentTitle(result) ?? l10n.t("an earlier check");
  const said = state === "skipped" ? l10n.t("waiting for: {0}", parent) : spoken(state);
  const found = result?.observed && state !== "passed" && state !== "skipped" ? ` ${result.observed}` : "";
  const since = edited ? ` ${l10n.t("A file has been edited since.")}` : "";
  const points = l10n.t("{0}: {1}, {2} of {3} points.", course.title, said, result?.earned ?? 0, course.points);
  return `${points}${found}${since}`;
}

/** The state of a part; before its check has been graded, the check's own. */
export function partState({ check, part }: PartNode): ShownState {
  return "status" in part ? part.status : check.state;
}

export function partDescription(node: PartNode): string {
  const state = partState(node);
  if (state === "running") return l10n.t("checking …");
  if (state === "not-run") return l10n.t("not run yet");
  if (state === "errored") return l10n.t("could not check");
  if (state === "skipped") return l10n.t("waiting");
  return `${"earned" in node.part ? node.part.earned : 0}/${node.part.points}`;
}

export function partSentence(node: PartNode): string {
  const earned = "earned" in node.part ? node.part.earned : 0;
  return l10n.t("{0}: {1}, {2} of {3} points.", node.part.title, spoken(partState(node)), earned, node.part.points);
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
  return l10n.t(
    "Step {0}, {1}: {2} of {3} checks passed, {4} of {5} points.",
    ...[number, title, passed, node.checks.length, earned ?? 0, points],
  );
}

export const buildChecksTitle = (): string => l10n.t("Docker's own build checks");

export function buildChecksDescription({ found, edited }: BuildChecksNode): string {
  if (found === undefined) return l10n.t("not run yet");
  const words =
    found === 0 ? l10n.t("nothing found") : found === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", found);
  return edited ? l10n.t("{0} • edited", words) : words;
}

export function buildChecksSentence(node: BuildChecksNode): string {
  const since = node.edited ? ` ${l10n.t("A file has been edited since.")}` : "";
  const found = buildChecksDescription({ ...node, edited: false });
  return `${l10n.t("{0}: {1}, no points.", buildChecksTitle(), found)}${since}`;
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
