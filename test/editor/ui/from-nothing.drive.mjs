import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { session } from "./session.mjs";
import { palette, shot, until } from "./workbench.mjs";

describe("an empty window, when the challenge is started", function () {
  this.bail(true);
  const page = () => session.page;
  const temp = mkdtempSync(join(tmpdir(), "dockerize-coach-nothing-"));
  const folder = join(temp, "my-challenge");

  before(() => mkdirSync(folder));
  after(() => rmSync(temp, { recursive: true, force: true }));

  it("puts the starter into a folder of the learner's choice", async () => {
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
    await shot("from-nothing");
  });
});
