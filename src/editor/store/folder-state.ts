import type { BuildStep } from "../../core/container-engine";
import type { CheckId } from "../../core/checks/check-id";
import type { CheckResult, Report } from "../../core/report";
import { type FolderFindings, NO_FINDINGS } from "./folder-findings";

/** What the editor knows of one challenge folder. Plain data; every view is derived from it and from nothing else. */
export interface FolderState {
  /** the workspace folder's name */
  readonly name: string;
  /** its place among the workspace's folders, counted from 0 */
  readonly position: number;
  /** what was graded last, the results of single checks merged in; undefined before the first run */
  readonly report?: Report;
  /** the fingerprint of the text that each of the report's checks was graded on */
  readonly gradedText: ReadonlyMap<CheckId, string>;
  /** what the files alone decide, in the text as the editor shows it now */
  readonly live: LiveResults;
  /** how often a file changed of which a submission holds the name only */
  readonly otherChanges: number;
  /** what Docker's own build checks found last, and the fingerprint of the text that they looked at */
  readonly buildChecks?: { readonly found: number; readonly fingerprint: string };
  /** the grading run under way, if there is one */
  readonly run?: RunState;
}

/** Results of the static checks and what the rules say, with the fingerprint of the text that they hold for. */
export interface LiveResults {
  readonly results: readonly CheckResult[];
  readonly findings: FolderFindings;
  readonly fingerprint: string;
}

/** A grading run as far as it has come. */
export interface RunState {
  /** the checks that the run was asked for */
  readonly ids: readonly CheckId[];
  /** the results that it has reached, first those that the files decide */
  readonly reached: ReadonlyMap<CheckId, CheckResult>;
  /** the steps of builds and pulls that are under way, by their ids, in the order in which they began */
  readonly steps: ReadonlyMap<string, BuildStep>;
}

/** What a run is building or pulling now; of several at once the one that began last. */
export function currentStep(run: RunState | undefined): BuildStep | undefined {
  return [...(run?.steps.values() ?? [])].at(-1);
}

/** A folder of which nothing is known yet. */
export function newFolderState(name: string, position = 0): FolderState {
  const live = { results: [], findings: NO_FINDINGS, fingerprint: "" };
  return { name, position, gradedText: new Map(), live, otherChanges: 0 };
}

/** The folders as the workspace orders them, whichever was found to be a challenge first. */
export function inOrder(states: ReadonlyMap<string, FolderState>): readonly string[] {
  return [...states].sort(([, one], [, other]) => one.position - other.position).map(([folder]) => folder);
}
