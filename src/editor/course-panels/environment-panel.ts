import { l10n } from "vscode";
import type { EnvironmentReport, EnvironmentResult } from "../../core/environment/environment-report";
import type { Course } from "../course/course";
import { escapeHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/** The machine's fitness for the course, item by item, with the fix for what is not as it should be. */
export function environmentPanel(course: Course, folder: string): PanelContent {
  return {
    key: `environment ${folder}`,
    title: l10n.t("Environment Check"),
    onDidChange: course.progress.onDidChange,
    body: async () => {
      const report = (await course.progress.read(folder))?.environment;
      const again = `<div class="buttons"><a class="button" href="command:dockerizeCoach.checkEnvironment">${escapeHtml(l10n.t("Check Again"))}</a>
<a class="button secondary" href="command:dockerizeCoach.prepareOffline">${escapeHtml(l10n.t("Prepare for Offline"))}</a></div>`;
      return `<h1>${escapeHtml(l10n.t("Is your machine ready?"))}</h1>${report ? found(report) : ""}${again}`;
    },
  };
}

function found(report: EnvironmentReport): string {
  const problems = report.items.filter(({ status }) => status === "problem").length;
  const said =
    problems === 0
      ? l10n.t("Nothing stands in your way. You can begin.")
      : l10n.t("To be settled: {0}. Each row says what to do. None of it costs points.", problems);
  const rows = report.items.map(
    (item) =>
      `<tr><td class="state">${escapeHtml(stateWord(item.status))}</td><th scope="row">${escapeHtml(item.title)}</th><td>${cell(item)}</td></tr>`,
  );
  return `<p role="status">${escapeHtml(said)}</p>
<table><caption>${escapeHtml(l10n.t("Looked at on {0}", new Date(report.at).toLocaleString()))}</caption>
<thead><tr><th scope="col">${escapeHtml(l10n.t("State"))}</th><th scope="col">${escapeHtml(l10n.t("What"))}</th><th scope="col">${escapeHtml(l10n.t("What was seen, and what to do"))}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function cell({ observed, why, next, link }: EnvironmentResult): string {
  const lines = [observed, why, next].filter((text) => text !== undefined).map((text) => escapeHtml(text));
  const more = link ? `<br><a href="${escapeHtml(link)}">${escapeHtml(l10n.t("Read more"))}</a>` : "";
  return lines.join("<br>") + more;
}

function stateWord(status: EnvironmentResult["status"]): string {
  switch (status) {
    case "ok":
      return `✔ ${l10n.t("Good")}`;
    case "note":
      return `ℹ ${l10n.t("Note")}`;
    case "problem":
      return `✖ ${l10n.t("To do")}`;
    case "unknown":
      return `? ${l10n.t("Not known")}`;
  }
}
