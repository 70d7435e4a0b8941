import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { session } from "./session.mjs";
import { offers, openView, palette, row, shot, until } from "./workbench.mjs";

describe("an empty window, when the challenge is started", function () {
  this.bail(true);
  const page = () => session.page;
  const temp = mkdtempSync(join(tmpdir(), "dockerize-coach-nothing-"));
  const folder = join(temp, "my-challenge");

  before(async () => {
    mkdirSync(folder);
    // the window is there before its extensions are: then the palette does not know their commands yet
    await page().locator('.activitybar .action-label[aria-label^="Dockerize Coach"]').waitFor({ timeout: 60_000 });
  });
  after(() => rmSync(temp, { recursive: true, force: true }));

  it("puts the starter into a folder of the learner's choice", async () => {
    // a dialog that a first try left open would keep the palette away
    await page().keyboard.press("Escape");
    await palette("Dockerize Coach: Start the Challenge");
    const box = page().locator(".quick-input-widget:visible input[type=text]");
    await until("the dialog asks for a folder", async () => (await box.inputValue()).startsWith("/"), 60_000);
    // the dialog fills in a folder of its own at first: what is typed counts once it lists that folder, which is empty
    const listed = page().locator(".quick-input-widget:visible .monaco-list-row");
    await until("the dialog is in the new folder", async () => {
      const typed = (await box.inputValue()).startsWith(folder);
      if (typed && (await listed.allInnerTexts()).join().trim() === "..") return true;
      await box.fill(`${folder}/`);
      return false;
    });
    await until("the starter is there", async () => {
      await page()
        .locator(".quick-input-widget .monaco-button", { hasText: "Start the Challenge Here" })
        .click({ timeout: 2_000 })
        .catch(() => undefined);
      return existsSync(join(folder, "src/app.py"));
    });
    await shot("from-nothing");
  });

  it("opens that folder by the message's button, and goes on in the course", async () => {
    await palette("Notifications: Show Notifications");
    await page().locator(".notifications-center .notification-list-item", { hasText: "files written" }).waitFor();
    await shot("from-nothing-message");
    await page()
      .locator(".notifications-center .monaco-button", { hasText: /^Open Folder$/ })
      .click();
    await until(
      "the folder is open",
      () =>
        page()
          .title()
          .then((title) => title.includes("my-challenge")),
      60_000,
    );
    await openView();
    await row("3. Write your Dockerfile").waitFor({ timeout: 60_000 });
    assert.equal(await offers("Dockerize Coach: Run Challenge Checks"), true);
    await shot("from-nothing-opened");
  });
});
