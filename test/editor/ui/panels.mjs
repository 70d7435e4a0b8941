// The coach's panels, as a person finds and uses them.
import assert from "node:assert/strict";
import { session } from "./session.mjs";
import { until } from "./workbench.mjs";

const page = () => session.page;

let shown;

/** The coach's panel that was found last. */
export const panel = () => shown;

/** Waits for a heading in one of the panels that can be seen; for a moment, a walkthrough's page can be among them. */
export async function panelShows(text, limit = 30_000) {
  await until(
    `a panel shows “${text}”`,
    async () => {
      const frames = page().locator("iframe.webview.ready");
      for (let index = 0; index < (await frames.count()); index++) {
        if (!(await frames.nth(index).isVisible())) continue;
        const candidate = frames.nth(index).contentFrame().frameLocator("#active-frame");
        const heading = candidate.locator("h1, h2", { hasText: text }).first();
        if (!(await heading.isVisible().catch(() => false))) continue;
        // by its name: its place among the others may change
        const name = await frames.nth(index).getAttribute("name");
        shown = page().frameLocator(`iframe[name="${name}"]`).frameLocator("#active-frame");
        return true;
      }
      return false;
    },
    limit,
  );
  return shown;
}

/** The document that shows a heading: a panel's, or that of a walkthrough's page. */
export async function documentWith(heading, limit = 20_000) {
  return until(
    `a document shows “${heading}”`,
    async () => {
      for (const frame of page().frames()) {
        if (await isSeen(frame, frame.locator("h1, h2", { hasText: heading }).first())) return frame;
      }
      return undefined;
    },
    limit,
  );
}

async function isSeen(frame, locator) {
  if (frame.parentFrame() === null || !(await locator.isVisible().catch(() => false))) return false;
  // what is hidden behind another tab is still drawn
  const outer = await frame.parentFrame().frameElement();
  return outer.isVisible().catch(() => false);
}

/** Waits until a question is in front, whatever stood in its tab before. */
export async function questionShows(id, limit = 30_000) {
  await until(
    `the question ${id} is in front`,
    async () => {
      const question = (await panelShows("Question", 2_000)).locator(`body[data-key$=" ${id}"]`);
      return (await question.count()) > 0;
    },
    limit,
  );
  await shown.locator("textarea, label.choice, button[value=edit]").first().waitFor();
}

/** Answers the question in front in one's own words, and says how well one knew it. */
export async function answer(text, rating = "I Knew It") {
  const choice = shown.locator("label.choice", { hasText: text });
  const area = shown.locator("textarea");
  await shown.locator("textarea, label.choice").first().waitFor();
  if ((await area.count()) > 0) await area.fill(text);
  else await choice.first().click();
  await shown.locator("button", { hasText: "Show the Model Answer" }).click();
  await shown.locator("h2", { hasText: "Model answer" }).waitFor();
  await shown.locator("button", { hasText: rating }).click();
  await shown.locator('button[aria-pressed="true"]', { hasText: rating }).waitFor();
}

/** Whether the question in front has been answered before. */
export async function isAnswered() {
  return (await shown.locator("button[value=edit]").count()) > 0;
}

/** Fails where a picture of a document is not loaded, or says nothing to whoever cannot see it. */
export async function assertPictures(frame) {
  const pictures = await frame
    .locator("img")
    .evaluateAll((images) =>
      images.map(({ src, alt, naturalWidth }) => ({ src: src.split("/").at(-1), alt, naturalWidth })),
    );
  for (const { src, alt, naturalWidth } of pictures) {
    assert.ok(naturalWidth > 0, `the picture ${src} is not shown`);
    assert.ok(alt.length > 20, `the picture ${src} says “${alt}” to whoever cannot see it`);
  }
  return pictures.length;
}
