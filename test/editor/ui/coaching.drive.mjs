import assert from "node:assert/strict";
import { session } from "./session.mjs";
import { openFile, palette, row, rowSays, openView, shot, shots, statusItem, until } from "./workbench.mjs";

const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;

describe("coaching while a learner types", () => {
  const page = () => session.page;
  const squiggles = () => page().locator(".editor-instance .squiggly-warning, .editor-instance .squiggly-info");
  const lines = () => page().locator(".editor-instance .view-line");
  const problem = (text) => page().locator(".markers-panel .monaco-list-row", { hasText: text }).first();
  const text = async () => (await lines().allInnerTexts()).join("\n").replaceAll("\u00a0", " ");

  /** Line by line, as a person types; Escape sends away what the editor suggests meanwhile. */
  async function type(content) {
    for (const line of content.trimEnd().split("\n")) {
      await page().keyboard.type(line);
      await page().keyboard.press("Escape");
      await page().keyboard.press("Enter");
    }
  }

  before(async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
  });

  it("underlines the simple Dockerfile, quietly, as it is what the course begins with", async () => {
    await openFile("Dockerfile");
    await page().keyboard.press("Control+A");
    await type(NAIVE);
    await page().locator(".editor-instance .squiggly-info").first().waitFor();
    await shots("coaching-naive");
  });

  it("lists what it found under Problems, in plain words, with its own name", async () => {
    await page().keyboard.press("Control+Shift+M");
    await problem("so the app runs as root").waitFor();
    await problem("Dockerize Coach").waitFor();
    await shots("coaching-problems");
    await page().keyboard.press("Control+J");
  });

  it("shows the words and a link to the rule's page when the pointer rests on a squiggle", async () => {
    await lines().first().locator("span", { hasText: "python:3.11" }).last().hover();
    const hover = page().locator(".monaco-hover:visible", { hasText: "runs as root" });
    await hover.waitFor();
    assert.match(await hover.innerText(), /missing-user/);
    await shot("coaching-hover");
    await hover.locator("a", { hasText: "missing-user" }).first().click();
    await page()
      .locator(".tab.active", { hasText: "missing-user.md" })
      .waitFor();
    await shots("coaching-page");
    await page().keyboard.press("Control+W");
  });

  it("explains an instruction", async () => {
    await openFile("Dockerfile");
    await lines().nth(1).locator("span", { hasText: "WORKDIR" }).last().hover();
    await page().locator(".monaco-hover:visible", { hasText: "The folder that the following instructions" }).waitFor();
    await shot("coaching-instruction");
    await page().keyboard.press("Escape");
  });

  it("offers what can be done by keyboard, and does it", async () => {
    await openFile("Dockerfile");
    await page().keyboard.press("Control+Home");
    await page().keyboard.press("Control+ArrowRight");
    await page().keyboard.press("Control+ArrowRight");
    await page().keyboard.press("Control+.");
    const menu = page().locator(".action-widget");
    await menu.waitFor();
    await shots("coaching-actions");
    await until("the fix is chosen", async () => {
      const focused = await menu
        .locator(".monaco-list-row.focused")
        .innerText()
        .catch(() => "");
      if (/^Create appuser/.test(focused.trim())) return true;
      await page().keyboard.press("ArrowDown");
      return false;
    });
    await page().keyboard.press("Enter");
    await until("the user is there", async () => (await text()).includes("USER appuser"));
  });

  it("fixes all in one step, and takes it back in one", async () => {
    await page().keyboard.press("Control+Z");
    await until("the old text", async () => !(await text()).includes("USER appuser"));
    await palette("Dockerize Coach: Fix All in This File");
    await until("two stages", async () => /AS builder/.test(await text()));
    await shots("coaching-fixed");
    await page().keyboard.press("Control+Z");
    await until("the old text", async () => !/AS builder/.test(await text()));
    assert.match(await text(), /COPY \. \./);
  });

  it("shows what a setting says of a rule", async () => {
    await palette("Preferences: Open Settings (UI)");
    await page().locator(".settings-editor").waitFor();
    await page().keyboard.type("dockerizeCoach");
    await page().locator(".settings-editor .setting-item-label", { hasText: "Learning Phase" }).waitFor();
    await shots("coaching-settings");
    await page()
      .locator(".setting-item-contents", { hasText: "Learning Phase" })
      .locator("select")
      .first()
      .selectOption({ label: "goals" })
      .catch(() => undefined);
    await page().keyboard.press("Control+W");
  });

  it("has a place in the tree for Docker's own build checks", async () => {
    await openView();
    await rowSays("Docker's own build checks", "not run");
    await openFile("Dockerfile");
    await row("Docker's own build checks").click();
    await until(
      "it was run",
      async () => !(await row("Docker's own build checks").innerText()).includes("not run"),
      60_000,
    );
    await shots("coaching-build-checks");
  });
});
