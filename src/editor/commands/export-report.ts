import { writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { commands, type Disposable, env, l10n, Uri, window, workspace } from "vscode";
import { courseReport } from "../../core/course-report/course-report";
import { htmlReport } from "../../core/course-report/html-report";
import { markdownReport } from "../../core/course-report/markdown-report";
import type { Course } from "../course/course";
import { courseTarget } from "./course-target";

const FORMATS = [
  { label: "HTML", detail: l10n.t("one file that opens in any browser"), extension: "html", write: htmlReport },
  { label: "Markdown", detail: l10n.t("for a repository or a portfolio"), extension: "md", write: markdownReport },
] as const;

/** “Export My Report”: what was reached, measured and answered, as a file to keep and show. Resolves to the file. */
export function registerExportReport(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.exportReport", async () => {
    const folder = await courseTarget(course);
    if (folder === undefined) return undefined;
    const progress = await course.progress.read(folder);
    const format = await window.showQuickPick(FORMATS, { placeHolder: l10n.t("In which format?") });
    if (!progress || !format) return undefined;
    const suggested = path.join(homedir(), `dockerize-coach-report.${format.extension}`);
    const target = await window.showSaveDialog({
      title: l10n.t("Save Your Report"),
      defaultUri: Uri.file(suggested),
      filters: { [format.label]: [format.extension] },
    });
    if (!target) return undefined;
    const report = courseReport(progress, await course.files.questions(), new Date().toISOString());
    try {
      await writeFile(target.fsPath, format.write(report));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(
        l10n.t("The report could not be written: {0} Choose another place. Your progress is not touched.", detail),
      );
      return undefined;
    }
    void offerToOpen(target);
    return target;
  });
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t("Open It");
  const chosen = await window.showInformationMessage(l10n.t("Your report is in {0}.", file.fsPath), open);
  if (chosen !== open) return;
  if (file.fsPath.endsWith(".html")) await env.openExternal(file);
  else await window.showTextDocument(await workspace.openTextDocument(file));
}
