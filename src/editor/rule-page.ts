import { readFile } from "node:fs/promises";
import { type Disposable, type ExtensionContext, Uri, workspace, l10n } from "vscode";
import { ruleNamed } from "../core/rules/registry";
import { hintPage } from "./lint/hint-page";

/**
 * The rules' pages as documents that nobody can change. package.json says by `workbench.editorAssociations` that VS Code
 * shows them rendered: a diagnostic's code may only lead to a document or the web, it never runs a command.
 */
const SCHEME = "dockerize-coach-rule";

/** The address of a rule's page. */
export function rulePage(rule: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
}

/** The address of its page without the answer, and with what one of its messages says to do instead. */
export function ruleHint(rule: string, messageId?: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/Hint/${rule}.md`, query: messageId ?? "" });
}

/** Serves those documents from the extension's own files, so that they are there offline. */
export function registerRulePages(context: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path, query }) => {
      const [, isHint, id = ""] = /^\/(Hint\/)?([\w.-]+)\.md$/.exec(path) ?? [];
      const rule = ruleNamed(id);
      if (!rule) return l10n.t("There is no such rule.");
      const page = await readFile(context.asAbsolutePath(`docs/rules/${id}.md`), "utf8");
      const message = rule.messages[query] ?? Object.values(rule.messages)[0];
      return isHint ? hintPage(page, message?.next ?? "") : page;
    },
  });
}
