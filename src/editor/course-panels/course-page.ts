import path from "node:path";
import { env, l10n, Uri } from "vscode";
import type { Course } from "../course/course";
import { pageButtons } from "../course/page-buttons";
import { escapeHtml, markdownHtml } from "../panel/markdown-html";
import type { PanelContent } from "../panel/panel";

/**
 * A page of a walkthrough, or of the reference, in a panel: where an editor has no walkthroughs, and for looking things up.
 * The glossary is made from its data, so that it says the same as the hovers.
 * @param name `<folder>/<page>`
 */
export function coursePage(course: Course, name: string): PanelContent {
  const page = course.walkthroughs.flatMap(({ pages }) => pages).find((one) => one.name === name);
  return {
    key: `page ${name}`,
    title: page?.title ?? l10n.t("Dockerize Coach"),
    onDidChange: course.progress.onDidChange,
    body: async (address) => {
      const found = await course.files.page(name, env.language);
      if (!found) return `<p>${escapeHtml(l10n.t("There is no page {0} in the course.", name))}</p>`;
      const image = (source: string): string => address(fromRoot(found.folder, source));
      const buttons = page ? pageButtons(page) : [];
      const drawn = buttons.map(
        ({ label, target }) => `<a class="button" href="${escapeHtml(target)}">${escapeHtml(label)}</a>`,
      );
      return `${markdownHtml(found.markdown, image)}${drawn.length > 0 ? `<nav class="buttons">${drawn.join("")}</nav>` : ""}`;
    },
  };
}

/** A picture's path from the extension's folder, where the page names it from its own. */
function fromRoot(folder: string, source: string): string {
  const root = path.dirname(path.dirname(folder));
  return Uri.file(path.resolve(folder, source))
    .fsPath.slice(root.length + 1)
    .replace(/\\/g, "/");
}
