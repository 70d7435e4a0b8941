// What a learner does in the course, in their words: open a page, press its buttons, answer, write, run the checks.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { session } from "./session.mjs";
import { documentWith, questionShows } from "./panels.mjs";
import { openFile, palette, shot, statusIs, until } from "./workbench.mjs";

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
/** A row of the Course view. */
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
  await button(label).click();
}

const button = (label) => walkthrough().locator(".monaco-button:visible", { hasText: label }).first();

/**
 * Presses a question's button until that question is in front: a click gets lost while the page is still being drawn, and a
 * question that comes late hides the button.
 */
export async function ask(label, id) {
  await until(`“${label}” asks ${id}`, async () => {
    await button(label)
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    return questionShows(id, 5_000).then(
      () => true,
      () => false,
    );
  });
}

/** Looks by a page's button, and waits until the page, which has all else, is ticked. */
export async function verify(title, label = "Verify") {
  await press(label);
  await ticked(title);
}

/** A file of the challenge that is open. */
export const inFolder = (name) => join(session.workspace, name);

/** Types a file anew, and saves it. */
export async function write(name, text) {
  if (!existsSync(inFolder(name))) writeFileSync(inFolder(name), "");
  await openFile(name);
  await page().locator(".editor-group-container.active .editor-instance .view-line").first().click();
  await page().keyboard.press("Control+A");
  await page().keyboard.insertText(text);
  await until(`${name} is saved`, async () => {
    await page().keyboard.press("Control+S");
    return readFileSync(inFolder(name), "utf8") === text;
  });
}

export async function runChecks(score) {
  await palette("Dockerize Coach: Run Challenge Checks");
  await statusIs(score, 180_000);
}

/** The progress file of the folder that the learner is in, found as they would find it. */
export async function progressPath() {
  await palette("Dockerize Coach: Show My Progress File");
  await page().locator(".tab.active", { hasText: ".json" }).waitFor();
  await page().evaluate(() => navigator.clipboard.writeText(""));
  await palette("File: Copy Path of Active File");
  return until("the path of the progress file", async () => {
    const copied = await page().evaluate(() => navigator.clipboard.readText());
    return copied.endsWith(".json") && copied;
  });
}

export async function progressFile() {
  return JSON.parse(readFileSync(await progressPath(), "utf8"));
}

/** Pictures of the open page's text from its top to its end: name-1, name-2 … */
export async function shotsToTheEnd(title, name) {
  const text = await documentWith(title);
  for (let part = 1; ; part++) {
    await shot(`${name}-${part}`);
    const goesOn = await text.evaluate(() => {
      const { scrollTop } = document.scrollingElement;
      window.scrollBy(0, window.innerHeight - 60);
      return document.scrollingElement.scrollTop > scrollTop;
    });
    if (!goesOn) break;
  }
  await text.evaluate(() => window.scrollTo(0, 0));
  return text;
}

/** Brings the Checks view back. */
export async function unfoldChecks() {
  const header = page().locator(".pane-header", { hasText: "Checks" }).first();
  if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
}
