import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { session } from "./session.mjs";
import {
  openFile,
  openView,
  palette,
  row,
  rowSays,
  rows,
  shot,
  shots,
  statusIs,
  statusItem,
  until,
} from "./workbench.mjs";

describe("a challenge with one mistake in it", () => {
  const page = () => session.page;

  before(async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
  });

  it("shows the files' own results at once, and spins while the engine works", async () => {
    await palette("Run Challenge Checks");
    await rowSays("Image builds", "checking …").catch(() => rowSays("Image builds", "["));
    await rowSays("Multi-stage build", "15/15", 1_000);
    await statusItem().locator(".codicon-sync").waitFor();
    await shot("running");
  });

  it("ends with the score and the one check that failed", async () => {
    await statusIs("Dockerize Coach 85/100", 180_000);
    await rowSays("Runs as a non-root user", "0/15");
    await rowSays("Health check works", "10/10");
  });

  it("says the failed check as a sentence to a screen reader", async () => {
    assert.match(
      await row("Runs as a non-root user").getAttribute("aria-label"),
      /^Runs as a non-root user: not there yet, 0 of 15 points\. .+/,
    );
  });

  it("reveals the line of the mistake on a click", async () => {
    await row("Runs as a non-root user").click();
    await page().locator(".tab.active", { hasText: "Dockerfile" }).waitFor();
    const line = page().locator(".editor-instance .view-line", { hasText: "USER root" });
    await line.waitFor();
    const text = readFileSync(join(session.workspace, "Dockerfile"), "utf8");
    const number = text.split("\n").indexOf("USER root") + 1;
    const statusBar = page().locator(".part.statusbar");
    await until("the cursor on the line", async () => (await statusBar.innerText()).includes(`Ln ${number}, `));
  });

  it("explains on hover what was found, why it matters and what to do", async () => {
    await page().mouse.move(700, 500);
    await row("Runs as a non-root user").locator(".label-name").hover();
    const hover = page().locator(".monaco-hover:visible", { hasText: "What to do next" });
    await hover.waitFor();
    assert.match(await hover.innerText(), /What was found[\s\S]+Why it matters[\s\S]+What to do next/);
    await shot("tooltip");
    await page().keyboard.press("Escape");
  });

  it("never shows the old score as fresh once the text has changed, saved or not", async () => {
    await openFile("Dockerfile");
    await page().keyboard.press("Control+End");
    await page().keyboard.type("\n# a thought");
    await statusIs("Dockerize Coach 85/100 •");
    await rowSays("Image builds", "10/10 • edited");
    await rowSays("Multi-stage build", "15/15");
    await shots("edited");
  });

  it("takes the mark off when the change is taken back", async () => {
    await openFile("Dockerfile");
    await page().keyboard.press("Control+Z");
    await until("no unsaved text", async () => {
      if (await page().locator(".tab.active.dirty").count()) await page().keyboard.press("Control+Z");
      return (await page().locator(".tab.active.dirty").count()) === 0;
    });
    await statusIs("Dockerize Coach 85/100");
  });

  it("judges unsaved text by what the files alone decide", async () => {
    await openFile("Dockerfile");
    await page().keyboard.press("Control+A");
    await page().keyboard.type("FROM python:3.11");
    await rowSays("Slim final base image", "0/10");
    await rowSays("Multi-stage build", "0/15");
  });

  it("asks before it saves, and runs nothing when the learner thinks better of it", async () => {
    await palette("Run Challenge Checks");
    await page().locator(".quick-input-widget:visible", { hasText: "Save and run the checks" }).waitFor();
    await shot("ask-to-save");
    await page().keyboard.press("Escape");
    await page().locator(".quick-input-widget").waitFor({ state: "hidden" });
    assert.equal(await page().locator(".tab.active.dirty").count(), 1);
    assert.equal(await statusItem().locator(".codicon-sync").count(), 0);
  });

  it("runs one check from its row", async () => {
    await page().locator(".editor-instance .view-line").first().click();
    await until("the old text is back", async () => {
      if (await page().locator(".tab.active.dirty").count()) await page().keyboard.press("Control+Z");
      return (await page().locator(".tab.active.dirty").count()) === 0;
    });
    const check = row("Runs as a non-root user");
    await check.hover();
    await check.locator('.action-label[aria-label="Run One Check"]').click();
    await rowSays("Runs as a non-root user", "checking …");
    await rowSays("Image builds", "10/10");
    await statusIs("Dockerize Coach 85/100", 120_000);
  });

  it("shows the log of one check as a document that cannot be changed", async () => {
    const check = row("Image builds");
    const tab = page().locator(".tab.active", { hasText: "build.log" });
    // a tree that is just being redrawn does not say which row was clicked
    await until("the log's tab", async () => {
      await check.hover();
      await check.locator('.action-label[aria-label="Show Log"]').click();
      return tab.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    await page().locator(".editor-instance .view-line", { hasText: "COPY requirements.txt" }).waitFor();
    await page().keyboard.type("x");
    assert.equal(await page().locator(".tab.active.dirty").count(), 0);
    await shot("log");
  });
});
