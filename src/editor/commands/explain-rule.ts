import { commands, Disposable, type Uri, window, l10n } from "vscode";
import { RULES, ruleNamed } from "../../core/rules/registry";
import { ruleHint, rulePage } from "../rule-page";

/** “Explain a Rule” shows a rule's page in the editor, and “Hint” the part of it that does not give the answer away. */
export function registerExplainRule(): Disposable {
  return Disposable.from(
    commands.registerCommand("dockerizeCoach.explainRule", async (id?: unknown) => {
      const rule = (typeof id === "string" && ruleNamed(id)) || (await pickRule());
      if (rule) await show(rulePage(rule.id));
    }),
    commands.registerCommand("dockerizeCoach.hintForRule", async (id: unknown, messageId?: unknown) => {
      const rule = typeof id === "string" ? ruleNamed(id) : undefined;
      if (rule) await show(ruleHint(rule.id, typeof messageId === "string" ? messageId : undefined));
    }),
  );
}

async function show(page: Uri): Promise<void> {
  await commands.executeCommand("vscode.open", page, { preview: true });
}

async function pickRule() {
  const items = RULES.map((rule) => ({ label: rule.title, description: rule.id, rule }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which rule?"), matchOnDescription: true });
  return picked?.rule;
}
