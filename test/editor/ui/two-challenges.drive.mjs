import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ask, courseRow, openPage, progressFile, progressPath } from "./learner.mjs";
import { answer } from "./panels.mjs";
import { session } from "./session.mjs";
import { openFile, openView, palette, row, rowSays, shots, statusIs, statusItem, until } from "./workbench.mjs";

describe("a workspace with two challenges", () => {
  it("shows a level of folders", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await row("first").waitFor();
    await row("second").waitFor();
  });

  it("asks which one to run where no editor tells", async () => {
    await palette("Run Challenge Checks");
    const choice = session.page.locator(".quick-input-widget .monaco-list-row", { hasText: "first" });
    await choice.first().click();
    await statusIs("Dockerize Coach 0/100", 120_000);
  });

  it("keeps the other folder's results to itself", async () => {
    await rowSays("first", "0/100");
    await rowSays("second", "not run yet");
    await shots("two-challenges");
  });

  it("runs the folder of the row", async () => {
    await row("second").hover();
    await row("second").locator('.action-label[aria-label="Run Challenge Checks"]').click();
    await rowSays("second", "100/100", 180_000);
    await rowSays("first", "0/100");
  });

  it("keeps what was reached in the course apart as well", async () => {
    await palette("Dockerize Coach: Focus on Course View");
    await inFront("second");
    await openPage(0, "Meet the problem");
    await ask("Answer the question", "s0-q1");
    await answer("What the code stands on differs.");
    await stepSays("0. Install Docker", "1/8");
    const { checks, answers } = await progressFile();
    assert.equal(checks.dockerignore.status, "passed");
    assert.deepEqual(Object.keys(answers), ["s0-q1"]);
    await inFront("first");
    await stepSays("0. Install Docker", "0/8");
    const first = await progressFile();
    assert.equal(first.checks.dockerignore.status, "failed");
    assert.deepEqual(first.answers, {});
  });

  it("sets a damaged progress file aside, says so, and loses nothing of it", async () => {
    await inFront("second");
    const file = await progressPath();
    const damaged = readFileSync(file, "utf8").slice(0, -20);
    writeFileSync(file, damaged);
    await palette("Dockerize Coach: Show My Progress File");
    await palette("Notifications: Show Notifications");
    const message = session.page.locator(".notifications-center .notification-list-item", { hasText: "set aside" });
    await message.waitFor();
    await shots("progress-set-aside");
    const kept = readdirSync(dirname(file)).find(
      (name) => name.startsWith(basename(file, ".json")) && /aside/.test(name),
    );
    assert.ok(kept, "there is no file that was set aside");
    assert.equal(readFileSync(join(dirname(file), kept), "utf8"), damaged);
  });

  function stepSays(step, count) {
    return until(`“${step}” says ${count}`, async () => (await courseRow(step).innerText()).includes(count));
  }

  /** Opens a folder's Dockerfile: the Course view goes with the file in front. */
  async function inFront(folder) {
    await openFile("Dockerfile", `${folder}/Dockerfile`);
    await session.page
      .locator(".pane-header", { hasText: /^Course/ })
      .filter({ hasText: folder })
      .waitFor();
  }
});
