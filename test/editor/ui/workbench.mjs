// What a person does in the workbench, in their words.
import assert from "node:assert/strict";
import { session } from "./session.mjs";

const page = () => session.page;

export const statusItem = () => page().locator('[id="dockerize-coach.dockerize-coach.dockerizeCoach.score"]');
/** The rows of the Checks view. */
export const rows = () => {
  const header = page().locator(".pane-header", { hasText: /^Checks/ });
  return page().locator(".sidebar .pane").filter({ has: header }).locator(".monaco-list-row");
};
export const row = (text) => rows().filter({ hasText: text }).first();

/** F1 until the palette is there: a key that is pressed while the workbench changes its editors gets lost. */
async function openPalette() {
  const box = page().locator(".quick-input-widget:visible input[type=text]");
  for (let tries = 0; tries < 5; tries++) {
    await page().keyboard.press("F1");
    const shown = await box.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (shown) break;
  }
  await box.waitFor();
  return box;
}

/** Runs a command by its name in the palette, as a person does. */
export async function palette(name) {
  const found = page().locator(".quick-input-widget .monaco-list-row", { hasText: name }).first();
  await until(`the palette offers ${name}`, async () => {
    // what takes the focus away meanwhile closes the palette: then it is opened again
    const box = await openPalette();
    const filled = box.fill(`>${name}`, { timeout: 2_000 }).then(() => found.waitFor({ timeout: 3_000 }));
    return filled.then(
      () => true,
      () => false,
    );
  });
  await page().keyboard.press("Enter");
}

/** Whether the palette offers a command. */
export async function offers(name) {
  const box = await openPalette();
  await box.fill(`>${name}`);
  const any = page().locator(".quick-input-widget .monaco-list-row").first();
  await any.waitFor();
  const found = await page().locator(".quick-input-widget .monaco-list-row", { hasText: name }).count();
  await page().keyboard.press("Escape");
  return found > 0;
}

export async function openView() {
  const title = page().locator(".sidebar .composite.title", { hasText: "Dockerize Coach" });
  if (!(await title.isVisible()))
    await page().locator('.activitybar .action-label[aria-label^="Dockerize Coach"]').click();
  await title.waitFor();
}

/** Looks for a file by its name, or by more of its path; again where something else takes the focus away meanwhile. */
export async function openFile(name, path = name) {
  const found = page().locator(".quick-input-widget .monaco-list-row", { hasText: name }).first();
  await until(`${name} is found`, async () => {
    // what the palette has in front of its commands is a “>”: without it, it looks for files
    await (await openPalette()).fill(path);
    return found.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  await page().keyboard.press("Enter");
  await page().locator(".tab.active", { hasText: name }).waitFor();
}

/** Opens every step, and the parts of the Compose check. A redraw may fold one again, so it looks until all are open. */
export async function unfold() {
  await until("every step is open", async () => {
    for (const title of ["3. Write", "4. Create", "5. Create", "Compose runs"]) {
      if ((await row(title).count()) === 0) return false;
      if ((await row(title).getAttribute("aria-expanded")) === "true") continue;
      await row(title).locator(".monaco-tl-twistie").click();
      return false;
    }
    return row("Redis keeps the count").isVisible();
  });
}

/** Asks until the answer satisfies, at most `limit` ms. */
export async function until(what, ask, limit = 20_000) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `waited ${limit} ms in vain: ${what}`);
    await page().waitForTimeout(100);
  }
}

export async function statusText() {
  return (await statusItem().innerText()).replace(/\s+/g, " ").trim();
}

/** Waits for a text of the status bar item. */
export function statusIs(expected, limit) {
  const matches = (text) => (expected instanceof RegExp ? expected.test(text) : text === expected);
  return until(`status bar ${expected}`, async () => matches(await statusText()), limit);
}

/** Waits until a row of the tree says this. */
export function rowSays(title, text, limit) {
  return until(
    `“${title}” says “${text}”`,
    async () => {
      const said = await row(title)
        .innerText({ timeout: 1_000 })
        .catch(() => "");
      return said.replace(/\s+/g, " ").includes(text);
    },
    limit,
  );
}

/** A picture of the screen once it is at rest. */
export async function shot(name) {
  await settled();
  await session.screenshot(name);
}

/** The same screen in the light theme and in the dark one. */
export async function shots(name) {
  await shot(`${name}-light`);
  await toggleTheme("vs-dark");
  await shot(`${name}-dark`);
  await toggleTheme("vs");
}

async function toggleTheme(expected) {
  await palette("Preferences: Toggle between Light/Dark Themes");
  await page().locator(`.monaco-workbench.${expected}`).waitFor();
  await page().locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Waits until every animation that has an end is over. */
async function settled() {
  await page().evaluate(async () => {
    const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map((one) => one.finished));
  });
}
