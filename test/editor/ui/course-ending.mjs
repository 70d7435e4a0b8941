// What a learner does on the last pages: hand in, keep the report, clean up.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { violationsIn } from "./accessible.mjs";
import { hasImage } from "./course-images.mjs";
import { inFolder, press } from "./learner.mjs";
import { panel, panelShows } from "./panels.mjs";
import { session } from "./session.mjs";
import { shot, until } from "./workbench.mjs";

const page = () => session.page;

/** Commits the folder, pushes it to a repository beside it, and has the coach look. */
export async function handIn(remote) {
  const git = (...args) => execFileSync("git", args, { cwd: session.workspace, encoding: "utf8", stdio: "pipe" });
  if (!existsSync(inFolder(".git"))) {
    writeFileSync(inFolder(".gitignore"), `${readFileSync(inFolder(".gitignore"), "utf8")}\n.vscode/\n`);
    git("init", "-q", "-b", "main");
    git("add", ".");
    const learner = ["-c", "user.name=learner", "-c", "user.email=learner@localhost"];
    git(...learner, "commit", "-q", "-m", "Complete the challenge");
    git("init", "--bare", "-q", remote);
    git("remote", "add", "origin", remote);
    git("push", "-q", "-u", "origin", "main");
  }
  await press("Check before you push");
  await panelShows("Ready to hand in?");
  await panel().locator("p", { hasText: "Handed in." }).waitFor();
  await shot("course-handed-in");
}

/** Saves the report by the dialog, and reads it. */
export async function exportReport(file) {
  await press("Export My Report");
  await page().locator(".quick-input-widget .monaco-list-row", { hasText: "HTML" }).first().waitFor();
  await page().keyboard.press("Enter");
  const box = page().locator(".quick-input-widget:visible input[type=text]");
  await until("the place to save", async () => /dockerize-coach-report\.html$/.test(await box.inputValue()));
  const ok = page().locator(".quick-input-widget .monaco-button", { hasText: "OK" });
  await until("the report", async () => {
    // the dialog lists the folder anew for what is typed, and takes no answer meanwhile
    await box.fill(file, { timeout: 2_000 }).catch(() => undefined);
    await ok.click({ timeout: 2_000 }).catch(() => undefined);
    return existsSync(file);
  });
  const html = readFileSync(file, "utf8");
  assert.match(html, /100 of 100 points/);
  assert.match(html, /My answers/);
  assert.match(html, /Before and after/);
  assert.doesNotMatch(html, /https?:\/\/(?!127)/);
  await readReport(file);
}

/** Opens the report in a browser, as somebody does whom it is sent to, in a light and a dark one. */
async function readReport(file) {
  const reader = await page().context().newPage();
  for (const colorScheme of ["light", "dark"]) {
    await reader.emulateMedia({ colorScheme });
    await reader.goto(pathToFileURL(file).href);
    await reader.screenshot({
      path: join(process.env.VSCODE_HEADLESS_SHOTS, `course-report-${colorScheme}.png`),
      fullPage: true,
    });
    assert.deepEqual(await violationsIn(reader), []);
  }
  await reader.close();
}

/** Removes what the course has made, after the question. */
export async function cleanUp() {
  await press("Clean Up");
  await page().locator(".quick-input-widget .monaco-list-row", { hasText: "image myapp" }).first().waitFor();
  await shot("course-clean-up");
  // Only its name says whose the stopped project was: the learner knows, and ticks what is theirs.
  for (const own of ["volume my-challenge_redis_data", "image my-challenge-api"]) {
    await page().locator(".quick-input-widget .monaco-list-row", { hasText: own }).click();
  }
  await page().keyboard.press("Enter");
  await page().locator(".monaco-dialog-box .monaco-button", { hasText: "Remove" }).click();
  await until("the images are gone", async () => !hasImage("myapp-naive") && !hasImage("my-challenge-api"), 60_000);
}
