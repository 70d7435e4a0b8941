import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
  const lines = () => page().locator(".editor-instance .view-line");
  const base = () => lines().first().locator("span", { hasText: "python:3.11" }).last();
  const problem = (text) => page().locator(".markers-panel .monaco-list-row", { hasText: text }).first();
  const menu = () => page().locator(".action-widget .monaco-list-row");
  const quickInput = () => page().locator(".quick-input-widget:visible input[type=text]");
  const text = async () => (await lines().allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
  const has = (what) => until(`the text has ${what}`, async () => what.test(await text()));

  before(async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
  });

  it("underlines the simple Dockerfile, quietly, as it is what the course begins with", async () => {
    await openFile("Dockerfile");
    await lines().first().click();
    await page().keyboard.press("Control+A");
    await page().keyboard.insertText(NAIVE);
    await page().locator(".editor-instance .squiggly-info").first().waitFor();
    assert.equal(
      await page().locator(".editor-instance .squiggly-warning, .editor-instance .squiggly-error").count(),
      0,
    );
    await shots("coaching-naive");
  });

  it("lists what it found under Problems, in plain words, with its own name", async () => {
    await page().keyboard.press("Control+Shift+M");
    await problem("so the app runs as root").waitFor();
    await problem("Dockerize Coach").waitFor();
    await shots("coaching-problems");
    await problem("so the app runs as root").locator("a", { hasText: "missing-user" }).click();
    await pageIsShown("missing-user.md", "What to write");
    await closeTab("missing-user.md");
    await page().keyboard.press("Control+J");
    await page().locator(".markers-panel").waitFor({ state: "hidden" });
  });

  it("shows the words and a link to the rule's page when the pointer rests on a squiggle", async () => {
    await base().hover();
    const hover = page().locator(".monaco-hover:visible", { hasText: "runs as root" });
    await hover.waitFor();
    await shot("coaching-hover");
    await hover.locator("a", { hasText: "missing-user" }).first().click();
    await pageIsShown("missing-user.md", "What to write");
    await shots("coaching-page");
    await closeTab("missing-user.md");
  });

  it("explains an instruction when the pointer rests on it", async () => {
    await lines().nth(1).locator("span", { hasText: "WORKDIR" }).last().hover();
    await page().locator(".monaco-hover:visible", { hasText: "The folder that the following instructions" }).waitFor();
    await shot("coaching-instruction");
  });

  it("offers an explanation and a hint before what writes the answer", async () => {
    await openActions();
    const titles = await menu().allInnerTexts();
    const at = (start) => titles.findIndex((title) => title.trim().startsWith(start));
    assert.ok(at("Explain: The app runs as root") >= 0, titles.join("; "));
    assert.ok(at("Hint: The app runs as root") < at("Create appuser"), titles.join("; "));
    assert.ok(at("Create appuser") < at("Ignore “missing-user”"), titles.join("; "));
    await shot("coaching-actions");
    await choose(/^Hint: The app runs as root/);
    const hint = await pageIsShown("missing-user.md", "What to try");
    assert.equal(await hint.locator("h2", { hasText: "What to write" }).count(), 0);
    await shot("coaching-hint");
    await closeTab("missing-user.md");
  });

  it("makes a fix by keyboard, and takes it back in one step", async () => {
    await openActions();
    await choose(/^Create appuser/);
    await has(/^USER appuser$/m);
    await page().keyboard.press("Control+Z");
    await has(/^(?![^]*USER appuser)/);
  });

  it("is louder once the Dockerfile shows that the learner has come further", async () => {
    await openActions();
    await choose(/^Ask the app on \/health/);
    await has(/^HEALTHCHECK /m);
    await page().locator(".editor-instance .squiggly-warning").first().waitFor();
    await page().keyboard.press("Control+Z");
    await page().locator(".editor-instance .squiggly-warning").first().waitFor({ state: "detached" });
  });

  it("fixes all in one step, and takes it back in one", async () => {
    await palette("Dockerize Coach: Fix All in This File");
    await has(/AS builder/);
    await has(/^USER \S+$/m);
    await shots("coaching-fixed");
    await lines().first().click();
    await page().keyboard.press("Control+Z");
    await has(/^(?![^]*AS builder)/);
    assert.match(await text(), /COPY \. \.\nRUN pip install -r requirements\.txt\nEXPOSE 5000/);
  });

  it("ignores a finding where the learner says why, and says in the tree that it is graded all the same", async () => {
    await openActions();
    await choose(/^Ignore “missing-user”/);
    await quickInput().waitFor();
    await page().keyboard.insertText("only for me");
    await shot("coaching-ignore");
    await page().keyboard.press("Enter");
    await has(/^# dockerize-coach ignore=missing-user only for me$/m);
    await until("the tree says so", async () =>
      /still graded/.test((await row("Runs as a non-root user").getAttribute("aria-label")) ?? ""),
    );
    await row("Runs as a non-root user").hover();
    await page().locator(".monaco-hover:visible", { hasText: "still graded" }).waitFor();
    await shots("coaching-ignored");
    await lines().first().click();
    await page().keyboard.press("Control+Z");
    await has(/^(?![^]*ignore=missing-user)/);
  });

  it("shows a rule as the settings say", async () => {
    await palette("Preferences: Open Workspace Settings (JSON)");
    await page().locator(".tab.active", { hasText: "settings.json" }).waitFor();
    await lines().first().click();
    await page().keyboard.press("Control+A");
    const settings = { "files.autoSave": "off", "dockerizeCoach.rules": { "missing-user": "error" } };
    await page().keyboard.insertText(JSON.stringify(settings));
    // the editor has closed brackets and quotes by itself
    await page().keyboard.press("Control+Shift+End");
    await page().keyboard.press("Delete");
    await page().keyboard.press("Control+S");
    await page().locator(".tab.active:not(.dirty)", { hasText: "settings.json" }).waitFor();
    await closeTab("settings.json");
    await page().locator(".tab.active", { hasText: "Dockerfile" }).waitFor();
    await page().locator(".editor-instance .squiggly-error").first().waitFor();
    await shots("coaching-severity");
    await palette("Preferences: Open Settings (UI)");
    await page().locator(".settings-editor").waitFor();
    await page().keyboard.insertText("dockerizeCoach");
    await page().locator(".settings-editor .setting-item-label", { hasText: "Learning Phase" }).waitFor();
    await shots("coaching-settings");
    await closeTab("Settings");
  });

  it("begins a missing file from the tree", async () => {
    await row("4. Create .dockerignore").locator(".monaco-tl-twistie").click();
    const check = page().locator(".sidebar .monaco-list-row[aria-level='2']", { hasText: ".dockerignore" }).first();
    await check.hover();
    await shot("coaching-create");
    await check.locator('.action-label[aria-label="Create a Missing File"]').click();
    await page().locator(".tab.active", { hasText: ".dockerignore" }).waitFor();
    await has(/__pycache__/);
    await page().keyboard.press("Control+S");
    await until("the file is there", async () => /__pycache__/.test(saved(".dockerignore")));
    await closeTab(".dockerignore");
  });

  it("lets Docker's own checks look at the saved file, and forgets what they said when it changes", async () => {
    await openFile("Dockerfile");
    await lines().nth(1).click();
    await page().keyboard.press("Home");
    await page().keyboard.press("Shift+End");
    await page().keyboard.insertText("WORKDIR app");
    await rowSays("Docker's own build checks", "not run yet");
    await row("Docker's own build checks").click();
    await page().locator(".quick-input-widget .monaco-list-row", { hasText: "Save and run" }).first().waitFor();
    await page().keyboard.press("Enter");
    await rowSays("Docker's own build checks", "1 finding", 60_000);
    await page().keyboard.press("Control+Shift+M");
    await problem("Docker build check").waitFor();
    await shots("coaching-build-checks");
    await lines().nth(1).click();
    await page().keyboard.press("End");
    await page().keyboard.type("x");
    await problem("Docker build check").waitFor({ state: "detached" });
    await rowSays("Docker's own build checks", "edited");
  });

  const saved = (name) => {
    try {
      return readFileSync(join(session.workspace, name), "utf8");
    } catch {
      return "";
    }
  };

  /** The caret onto the base image's name, and the menu of what can be done there. */
  async function openActions() {
    await page().keyboard.press("Escape");
    await base().click();
    await until("the menu", async () => {
      await page().keyboard.press("Control+.");
      return menu()
        .first()
        .waitFor({ timeout: 2_000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  /** Goes down the menu by keyboard, and takes an item. */
  async function choose(title) {
    await until(`${title} is chosen`, async () => {
      const focused = await page()
        .locator(".action-widget .monaco-list-row.focused")
        .first()
        .innerText()
        .catch(() => "");
      if (title.test(focused.trim())) return true;
      await page().keyboard.press("ArrowDown");
      return false;
    });
    await page().keyboard.press("Enter");
  }

  /** A page is shown as people read it, not as Markdown. */
  async function pageIsShown(name, heading) {
    await page().locator(".tab.active", { hasText: name }).waitFor();
    const shown = page().frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await shown.locator("h2", { hasText: heading }).waitFor();
    return shown;
  }

  /** By the mouse: keys pressed in a page do not reach the workbench at once. */
  async function closeTab(name) {
    const tab = page().locator(".tab", { hasText: name });
    await tab.hover();
    await tab.locator(".tab-actions .action-label").first().click();
    await tab.waitFor({ state: "detached" });
    await lines().first().waitFor();
  }
});
