// What a learner does in the course, in their words: pages of a walkthrough, questions, panels.
import { session } from "./session.mjs";
import { palette, until } from "./workbench.mjs";

const page = () => session.page;

/** The page that is open in the walkthrough in front. */
export const walkthrough = () => page().locator(".gettingStartedContainer .gettingStartedSlideDetails");
const pages = () => walkthrough().locator(".getting-started-step");
const pageRow = (title) =>
  pages()
    .filter({ has: page().locator(".step-title", { hasText: title }) })
    .first();

const courseRows = () =>
  page()
    .locator(".pane")
    .filter({ has: page().locator(".pane-header", { hasText: "Course" }) })
    .locator(".monaco-list-row");
export const courseRow = (text) => courseRows().filter({ hasText: text }).first();

/** A page's row: no other has just its title. */
const pageNode = (title) => courseRow(new RegExp(`^\\s*${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`));

/** Opens a step from the Course view: its page in the tree opens the walkthrough there. */
export async function openPage(step, title) {
  const open = pageRow(title);
  if ((await open.isVisible()) && (await open.getAttribute("aria-expanded")) === "true") return;
  const node = courseRow(`${step}. `);
  if ((await pageNode(title).count()) === 0) {
    // a list draws only the rows that can be seen: whatever else is open is folded first
    await page().locator(".pane-header", { hasText: "Course" }).hover();
    await page().locator('.pane-header .action-label[aria-label="Collapse All"]').last().click();
    await node.waitFor({ timeout: 5_000 });
    await until(`step ${step} is unfolded`, async () => {
      if ((await node.getAttribute("aria-expanded")) === "true") return true;
      await node.locator(".monaco-tl-twistie").click();
      return false;
    });
  }
  await pageNode(title).click();
  await pageRow(title).waitFor({ timeout: 10_000 });
  await until(
    `“${title}” is open`,
    async () => (await pageRow(title).getAttribute("aria-expanded")) === "true",
    10_000,
  );
}

/** Gives the Course view all the room. */
export async function foldChecks() {
  const header = page().locator(".pane-header", { hasText: "Checks" }).first();
  if ((await header.getAttribute("aria-expanded")) === "true") await header.click();
}

/** Whether VS Code has ticked a page. */
export async function isTicked(title) {
  return (await pageRow(title).locator(".codicon-getting-started-step-checked.complete").count()) > 0;
}

export function ticked(title) {
  return until(`“${title}” is ticked`, () => isTicked(title), 120_000);
}

/** Presses a button beside the open page. */
export async function press(label) {
  await walkthrough().locator(".monaco-button:visible", { hasText: label }).first().click();
}

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

/** Answers the question in front in one's own words, and says how well one knew it. */
export async function answer(text, rating = "I Knew It") {
  await panelShows("Question");
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

/** Closes the tab in front. */
export async function closeTab() {
  await palette("View: Close Editor");
}

/** Brings the Checks view back. */
export async function unfoldChecks() {
  const header = page().locator(".pane-header", { hasText: "Checks" }).first();
  if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
}
