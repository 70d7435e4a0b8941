import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbench } from "../test/testbed/vscode/workbench.mjs";
import { root } from "./bootstrap.mjs";

const { checks } = JSON.parse(readFileSync(join(root, "challenge", "course.json"), "utf8"));
const VIEWPORT = { width: 1400, height: 1000 };
const STATUS = '[id="dockerize-coach.dockerize-coach.dockerizeCoach.score"]';
const FINAL = /^Dockerize Coach \d+\/100( \(.*\))?$/;
const RESULT = /^(?<title>.+?): (?<outcome>.+?), (?<earned>\d+) of (?<points>\d+) points/;

/** VS Code's workbench in the headless browser: { runChecks, screenshot, where, closed, down }. */
export async function openEditor({ folder, env }) {
  const workbench = await openWorkbench({
    open: [folder, join(folder, "Dockerfile")],
    extensions: [root],
    env,
    viewport: VIEWPORT,
  });
  const { page } = workbench;
  page.setDefaultTimeout(60_000);
  await page.locator(STATUS).waitFor();
  await page.locator('.activitybar .action-label[aria-label^="Dockerize Coach"]').click();
  let runs = 0;
  return {
    where: `VS Code is open in the browser at ${workbench.url}`,
    closed: workbench.ended,
    down: workbench.close,
    screenshot: workbench.screenshot,
    runChecks: async () => {
      if (runs++ > 0) await scoreIs(page, (text) => !FINAL.test(text));
      await command(page, "Dockerize Coach: Run Challenge Checks");
      await scoreIs(page, (text) => FINAL.test(text));
      return results(page);
    },
  };
}

/** Through the palette, as a person does. */
async function command(page, name) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget:visible input[type=text]").fill(`>${name}`);
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Waits for a text of the status bar: it has no plain score while the checks run, nor once files have changed since. */
async function scoreIs(page, isWanted) {
  const end = Date.now() + 300_000;
  for (;;) {
    const text = (await page.locator(STATUS).innerText()).replace(/\s+/g, " ").trim();
    if (isWanted(text)) return;
    if (Date.now() > end) throw new Error(`The checks did not come to an end; the status bar says “${text}”.`);
    await page.waitForTimeout(100);
  }
}

/** What the tree says of each check, all steps unfolded. Rows come a moment after the status bar's text. */
async function results(page) {
  const tree = page.locator(".sidebar .tree-explorer-viewlet-tree-view");
  const folded = tree.locator('.monaco-list-row[aria-level="1"][aria-expanded=false]').first();
  const rows = tree.locator('.monaco-list-row[aria-level="2"]');
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(100)) {
    if ((await folded.count()) > 0) await folded.locator(".monaco-tl-twistie").click();
    const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
    const lines = labels.flatMap(lineOf);
    if (lines.length === checks.length) return lines;
  }
  throw new Error(`The Checks view did not come to show all ${checks.length} checks.`);
}

function lineOf(label) {
  const { title, outcome, earned, points } = RESULT.exec(label)?.groups ?? {};
  return title ? [{ title, outcome, earned: Number(earned), points: Number(points) }] : [];
}
