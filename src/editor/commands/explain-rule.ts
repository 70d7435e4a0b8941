import { commands, Disposable, type ExtensionContext, Uri, window } from "vscode";
import { RULES, ruleNamed } from "../../core/rules/registry";

/** “Explain a Rule” shows a rule's page in the editor, from the extension itself; “Hint” shows its part that gives no answer. */
export function registerExplainRule({ extensionUri }: ExtensionContext): Disposable {
  const show = async (id: unknown, fragment?: string): Promise<void> => {
    const rule = typeof id === "string" ? ruleNamed(id) : await pickRule();
    if (!rule) return;
    const page = Uri.joinPath(extensionUri, "docs", "rules", `${rule.id}.md`);
    await commands.executeCommand("markdown.showPreview", fragment ? page.with({ fragment }) : page);
  };
  return Disposable.from(
    commands.registerCommand("dockerizeCoach.explainRule", (id?: unknown) => show(id)),
    commands.registerCommand("dockerizeCoach.hintForRule", hint),
  );
}

async function pickRule() {
  const items = RULES.map((rule) => ({ label: rule.title, description: rule.id, rule }));
  const picked = await window.showQuickPick(items, { placeHolder: "Which rule?", matchOnDescription: true });
  return picked?.rule;
}

/** The direction, not the code. */
async function hint(id: unknown): Promise<void> {
  const rule = typeof id === "string" ? ruleNamed(id) : undefined;
  const [message] = Object.values(rule?.messages ?? {});
  if (!rule || !message) return;
  const more = "Explain";
  const plainText = (text: string) => text.replace(/\{\w+\}/g, "it");
  const answer = await window.showInformationMessage(`${plainText(message.why)} ${plainText(message.next)}`, more);
  if (answer === more) await commands.executeCommand("dockerizeCoach.explainRule", rule.id);
}
