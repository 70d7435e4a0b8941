// What axe finds wrong in a document of the coach.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.1, levels A and AA */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
/** VS Code's own, where it shows a page beside a walkthrough: the document's title and language, its colours and links, how code is scrolled. */
const OF_VS_CODE = [
  "document-title",
  "html-has-lang",
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
];

/**
 * Violations in words, one for each element.
 * @param frame playwright's, of a panel or of a walkthrough's page
 * @param own whether the document is the coach's from its first tag
 */
export async function violationsIn(frame, { own = true } = {}) {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(
    ([values, off]) => {
      const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
      return globalThis.axe.run(document, { runOnly: { type: "tag", values }, rules });
    },
    [STANDARD, own ? [] : OF_VS_CODE],
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}, ${help}: ${html.slice(0, 200)}`));
}
