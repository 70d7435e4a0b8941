import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { session } from "./session.mjs";
import { offers, openFile, openView, rowSays, shots, statusItem } from "./workbench.mjs";

describe("a folder that is not the challenge", () => {
  it("says so, and offers to start the challenge in it", async () => {
    await session.page.locator(".activitybar .action-label").first().waitFor({ timeout: 60_000 });
    await openView();
    await session.page.locator(".sidebar .welcome-view", { hasText: "This folder is not the challenge" }).waitFor();
    await session.page.locator(".sidebar .welcome-view .monaco-button", { hasText: "Start the Challenge" }).waitFor();
    await shots("not-a-challenge");
  });

  it("has no score in the status bar, and nothing in the palette that cannot work", async () => {
    assert.equal(await statusItem().count(), 0);
    assert.equal(await offers("Dockerize Coach: Run Challenge Checks"), false);
  });

  it("coaches a Dockerfile there all the same", async () => {
    writeFileSync(join(session.workspace, "api.dockerfile"), 'FROM python:3.11-slim\nUSER root\nCMD ["python"]\n');
    await openFile("api.dockerfile");
    await session.page.locator(".editor-instance .squiggly-warning").first().waitFor();
    await session.page.keyboard.press("Control+Shift+M");
    await session.page.locator(".markers-panel .monaco-list-row", { hasText: "last-user-root" }).first().waitFor();
  });

  it("becomes one as soon as the challenge's files are there", async () => {
    mkdirSync(join(session.workspace, "src"));
    writeFileSync(join(session.workspace, "src/app.py"), "# the app\n");
    writeFileSync(join(session.workspace, "requirements.txt"), "flask\n");
    await rowSays("Dockerfile exists", "0/5");
    await statusItem().waitFor();
  });
});
