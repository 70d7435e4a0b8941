import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { session } from "./session.mjs";
import { openView, palette, shot, statusItem, until } from "./workbench.mjs";
import { courseRow, foldChecks, openPage } from "./learner.mjs";

describe("from an empty window to the first page", function () {
  this.bail(true);
  const page = () => session.page;
  const temp = mkdtempSync(join(tmpdir(), "dockerize-coach-nothing-"));
  const folder = join(temp, "my-challenge");

  before(() => mkdirSync(folder));
  after(() => rmSync(temp, { recursive: true, force: true }));

  it("starts the challenge in a folder of the learner's choice", async () => {
    await page().locator(".activitybar .action-label").first().waitFor({ timeout: 60_000 });
    await palette("Dockerize Coach: Start the Challenge");
    const box = page().locator(".quick-input-widget:visible input[type=text]");
    await until("the dialog asks for a folder", async () => (await box.inputValue()).startsWith("/"));
    await box.fill(folder);
    await until("the starter is there", async () => {
      await page()
        .locator(".quick-input-widget .monaco-button", { hasText: "Start the Challenge Here" })
        .click({ timeout: 2_000 })
        .catch(() => undefined);
      return existsSync(join(folder, "src/app.py"));
    });
  });

  it("opens it, and the course begins", async () => {
    const open = page().locator(".notification-toast .monaco-button", { hasText: "Open Folder" });
    await open.click();
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await foldChecks();
    await courseRow("0. Install Docker").waitFor();
    await openPage(0, "Start the challenge");
    assert.match(page().url(), /my-challenge/);
    await shot("from-nothing");
  });
});
