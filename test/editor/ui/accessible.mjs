// What axe finds wrong in a document of the coach, or in a part of the workbench that it fills.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.1, levels A and AA */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
/** What is VS Code's own around a walkthrough's page: title, language, and how wide code is scrolled (by Chromium's own keys). */
const FRAME_OF_VS_CODE = ["document-title", "html-has-lang", "scrollable-region-focusable"];

/**
 * Violations in words, one for each element.
 * @param frame playwright's, of a panel or of a walkthrough's page
 * @param own whether the frame's document is the coach's from its first tag
 */
export async function violationsIn(frame, { own = true } = {}) {
  await frame.evaluate(axe);
  const theirs = own ? [] : FRAME_OF_VS_CODE;
  const { violations } = await frame.evaluate(
    ([values, off]) => {
      const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
      // the colours of code are the theme's
      return globalThis.axe.run({ exclude: ["pre span"] }, { runOnly: { type: "tag", values }, rules });
    },
    [STANDARD, theirs],
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}, ${help}: ${html.slice(0, 200)}`));
}
