import { l10n } from "vscode";
import type { PushAction, PushReport, PushResult } from "../../core/push-check/push-report";
import { escapeHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/** What there is to say before a push, item by item, with a button for what the editor can do about it. */
export function pushPanel(folder: string, report: PushReport): PanelContent {
  return {
    key: `push ${folder}`,
    title: l10n.t("Before You Push"),
    body: () => `<h1>${escapeHtml(l10n.t("Ready to hand in?"))}</h1>
<p role="status">${escapeHtml(headline(report.items))}</p>
${table(report)}
<div class="buttons">${button("command:dockerizeCoach.checkBeforePush", l10n.t("Check Again"))}</div>`,
  };
}

function headline(items: readonly PushResult[]): string {
  const count = (status: PushResult["status"]) => items.filter((item) => item.status === status).length;
  const [problems, steps] = [count("problem"), count("todo")];
  if (problems > 0) return l10n.t("Not yet. To be mended before you push: {0}. Each row says how.", problems);
  if (steps > 0) return l10n.t("Nothing stands in the way. Steps still to take: {0}. Each row says which.", steps);
  return l10n.t("Handed in. Everything is committed and pushed.");
}

function table({ at, items }: PushReport): string {
  const rows = items.map(
    (item) =>
      `<tr><td class="state">${escapeHtml(stateWord(item.status))}</td><th scope="row">${escapeHtml(item.title)}</th><td>${cell(item)}</td></tr>`,
  );
  return `<table><caption>${escapeHtml(l10n.t("Looked at on {0}", new Date(at).toLocaleString()))}</caption>
<thead><tr><th scope="col">${escapeHtml(l10n.t("State"))}</th><th scope="col">${escapeHtml(l10n.t("What"))}</th><th scope="col">${escapeHtml(l10n.t("What was seen, and what to do"))}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function cell({ observed, why, next, actions = [], link }: PushResult): string {
  const lines = [observed, why, next].filter((text) => text !== undefined).map((text) => escapeHtml(text));
  const buttons = actions.map((action) => button(`command:${COMMANDS[action]}`, actionWords(action)));
  const page = link === undefined ? [] : [button(link, l10n.t("Open the Page"))];
  const below = [...buttons, ...page];
  return lines.join("<br>") + (below.length > 0 ? `<div class="buttons">${below.join("")}</div>` : "");
}

function button(target: string, label: string): string {
  return `<a class="button" href="${escapeHtml(target)}">${escapeHtml(label)}</a>`;
}

/** VS Code's own commands for Git, and two of the coach's. */
const COMMANDS: Readonly<Record<PushAction, string>> = {
  init: "git.init",
  publish: "github.publish",
  "publish-branch": "git.publish",
  sync: "git.sync",
  "source-control": "workbench.view.scm",
  gitignore: `dockerizeCoach.openFile?${encodeURIComponent(JSON.stringify([".gitignore"]))}`,
  "add-workflow": "dockerizeCoach.addWorkflow",
};

function actionWords(action: PushAction): string {
  switch (action) {
    case "init":
      return l10n.t("Begin a Repository");
    case "publish":
      return l10n.t("Publish to GitHub");
    case "publish-branch":
      return l10n.t("Publish Branch");
    case "sync":
      return l10n.t("Sync");
    case "source-control":
      return l10n.t("Open Source Control");
    case "gitignore":
      return l10n.t("Open .gitignore");
    case "add-workflow":
      return l10n.t("Add the GitHub Workflow");
  }
}

function stateWord(status: PushResult["status"]): string {
  switch (status) {
    case "ok":
      return `✔ ${l10n.t("Good")}`;
    case "note":
      return `ℹ ${l10n.t("Note")}`;
    case "todo":
      return `→ ${l10n.t("Still to do")}`;
    case "problem":
      return `✖ ${l10n.t("To mend")}`;
  }
}
