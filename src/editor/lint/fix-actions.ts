import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  CodeActionTriggerKind,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  l10n,
} from "vscode";
import type { Finding } from "../../core/lint/finding";
import { ruleNamed } from "../../core/rules/registry";
import { diagnostic } from "./diagnostic";
import { editorRange } from "./editor-range";
import { fixAllEdit } from "./fix-all-edit";
import type { LintedDocument, LintedDocuments } from "./linted-documents";
import { workspaceEdit } from "./workspace-edit";

const FIX_ALL = CodeActionKind.SourceFixAll.append("dockerizeCoach");
const SELECTOR = [
  { language: "dockerfile" },
  { language: "dockercompose" },
  { pattern: "**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile,.dockerignore,*.dockerignore}" },
  { pattern: "**/{compose,docker-compose}*.{yml,yaml}" },
  { pattern: "**/requirements*.txt" },
];

/** Offers what can be done about a finding, and all safe fixes of a file at once. */
class FixActions implements CodeActionProvider {
  constructor(private readonly documents: LintedDocuments) {}

  async provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    // Edits are made for one version of a text: for a newer one they are worked out anew.
    const linted = await this.documents.upToDate(document);
    if (!linted) return [];
    if (context.only?.contains(FIX_ALL)) {
      return fixAllActions(document, linted, context.triggerKind === CodeActionTriggerKind.Automatic);
    }
    if (context.only && !context.only.intersects(CodeActionKind.QuickFix)) return [];
    const touched = linted.findings.filter((finding) => editorRange(finding.range).intersection(range));
    const actions = touched.map((finding) => actionsFor(finding, document, linted));
    // What is missing in a file is said at one place, so there may be many findings: what most people want comes first.
    return [...actions.flatMap(({ offers }) => offers), ...actions.flatMap(({ ignore }) => ignore)];
  }
}

interface Actions {
  readonly offers: readonly CodeAction[];
  readonly ignore: CodeAction;
}

/** What tells before what writes, for what the learner is meant to find themselves. */
function actionsFor(finding: Finding, document: TextDocument, linted: LintedDocument): Actions {
  const rule = ruleNamed(finding.rule);
  const shown = diagnostic(finding, () => undefined);
  const hint = quickFix(l10n.t("Hint: {0}", rule?.title ?? finding.rule), "dockerizeCoach.hintForRule", [
    finding.rule,
    finding.messageId,
  ]);
  const explain = quickFix(l10n.t("Explain: {0}", rule?.title ?? finding.rule), "dockerizeCoach.explainRule", [
    finding.rule,
  ]);
  const fixes = finding.fixes.flatMap((fix) => {
    const edit = workspaceEdit(document.uri, fix, linted);
    if (!edit) return [];
    const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
    action.edit = edit;
    // Editors move preferred actions to the top: one that writes the learner's answer must not come before its hint.
    action.isPreferred = fix.preferred === true && rule?.courseGoal !== true;
    return [action];
  });
  const ignore = quickFix(l10n.t("Ignore “{0}” on this line…", finding.rule), "dockerizeCoach.ignoreFinding", [
    document.uri,
    finding,
  ]);
  const offers = rule?.courseGoal ? [explain, hint, ...fixes] : [...fixes, explain];
  for (const action of [...offers, ignore]) action.diagnostics = [shown];
  return { offers, ignore };
}

function quickFix(title: string, command: string, args: readonly unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  return action;
}

function fixAllActions(document: TextDocument, linted: LintedDocument, isUnasked: boolean): CodeAction[] {
  const edit = fixAllEdit(document, linted, isUnasked);
  if (!edit) return [];
  const action = new CodeAction(l10n.t("Fix all that Dockerize Coach can"), FIX_ALL);
  action.edit = edit;
  return [action];
}

export function registerFixActions(documents: LintedDocuments): Disposable {
  return languages.registerCodeActionsProvider(SELECTOR, new FixActions(documents), {
    providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
  });
}
