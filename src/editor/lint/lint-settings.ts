import { extensions, workspace, type Uri } from "vscode";
import type { Equivalents } from "../../core/lint/rule";
import type { LearningPhase } from "./learning-phase";
import { type OtherLintersSetting, saidByOthers } from "./other-linters";
import type { RuleLevel } from "./shown-severity";

export interface LintSettings {
  levelOf(rule: string): RuleLevel;
  /** undefined: the files and the runs decide */
  readonly phase: LearningPhase | undefined;
  readonly saidByOthers: ReadonlySet<keyof Equivalents>;
}

/** What is set for a document, and which other linters are active in the window. */
export function lintSettings(uri: Uri): LintSettings {
  const settings = workspace.getConfiguration("dockerizeCoach", uri);
  const levels = settings.get<Readonly<Record<string, RuleLevel>>>("rules", {});
  const phase = settings.get<string>("learningPhase", "auto");
  const others = settings.get<OtherLintersSetting>("otherLinters", "auto");
  return {
    levelOf: (rule) => levels[rule] ?? "default",
    phase: phase === "naive" || phase === "goals" ? phase : undefined,
    saidByOthers: saidByOthers(others, (id) => extensions.getExtension(id) !== undefined),
  };
}
