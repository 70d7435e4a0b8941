import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { panelShows } from "./panels.mjs";
import { session } from "./session.mjs";
import { openFile, openView, palette, rowSays, shots, statusIs, statusItem, until } from "./workbench.mjs";

/** All that would run a program or ask an engine. */
const RUNNING = [
  ...["Run Challenge Checks", "Check My Environment", "Prepare for Offline", "Compare the Images"],
  ...["Check Before You Push", "Clean Up", "Run Docker's Build Checks"],
];

describe("a folder that VS Code does not trust, with traps in it", () => {
  it("shows what the files alone decide", async () => {
    await session.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ timeout: 60_000 });
    await statusItem().waitFor();
    await openView();
    await rowSays("Dockerfile exists", "5/5");
  });

  it("coaches all the same, for that runs nothing", async () => {
    await openFile("Dockerfile");
    await session.page.locator(".editor-instance .view-line").first().click();
    await session.page.keyboard.press("Control+A");
    await session.page.keyboard.insertText("FROM python:3.11-slim\nUSER root\n");
    await session.page.locator(".editor-instance .squiggly-warning").first().waitFor();
    await palette("File: Revert File");
    await session.page.locator(".tab.active:not(.dirty)", { hasText: "Dockerfile" }).waitFor();
  });

  it("says why nothing is run, and how to change it", async () => {
    await session.page
      .locator(".sidebar .welcome-view .monaco-button", { hasText: "Manage Workspace Trust" })
      .waitFor();
    await shots("untrusted");
  });

  for (const name of RUNNING) {
    it(`refuses “${name}”, and says so`, async () => {
      await palette("Notifications: Clear All Notifications");
      await palette(name);
      await palette("Notifications: Show Notifications");
      await session.page.locator(".notifications-center", { hasText: "Nothing has been run" }).waitFor();
      await rowSays("Image builds", "not run yet");
      await statusIs("Dockerize Coach");
    });
  }

  it("has run nothing of the folder's", assertNothingRan);

  it("runs without a reload once the folder is trusted", async () => {
    await session.page.evaluate(() => (window.sameWindow = true));
    await session.page.locator(".sidebar .welcome-view .monaco-button", { hasText: "Manage Workspace Trust" }).click();
    await session.page
      .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ })
      .first()
      .click();
    await session.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ state: "detached" });
    await closeTrustEditor();
    await palette("Run Challenge Checks");
    await rowSays("Image builds", "10/10", 170_000);
    assert.equal(await session.page.evaluate(() => window.sameWindow), true, "the window has been loaded again");
  });

  it("takes its programs and its engine from the machine then too, never from the folder", async () => {
    await palette("Check My Environment");
    await panelShows("Is your machine ready?", 60_000);
    await palette("Check Before You Push");
    await panelShows("Ready to hand in?", 60_000);
    await assertNothingRan();
  });
});

/** It lies over the whole window, and takes the keys. */
async function closeTrustEditor() {
  const editor = session.page.locator(".workspace-trust-editor");
  await until("the page about trust is closed", async () => {
    if (!(await editor.isVisible())) return true;
    await session.page
      .locator(".modal-editor-header .codicon-close")
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    return false;
  });
}

function assertNothingRan() {
  const canary = join(dirname(session.workspace), "canary");
  assert.equal(existsSync(canary) ? readFileSync(canary, "utf8") : "", "", "a program of the folder's has been run");
}
