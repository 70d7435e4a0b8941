import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { violationsIn } from "./accessible.mjs";
import { courseRow, foldChecks, walkthrough } from "./learner.mjs";
import { assertPictures, documentWith, panelShows } from "./panels.mjs";
import { session } from "./session.mjs";
import { palette, shot, statusItem, until } from "./workbench.mjs";

const THEMES = [
  ["Default Light Modern", "vs"],
  ["Default Dark Modern", "vs-dark"],
  ["Default High Contrast", "hc-black"],
];
/** Documents of the coach, each by what is picked for it in the palette, and the heading that it shows. */
const DOCUMENTS = [
  ["Open a Page of the Course", "See how the cache works", "See how the cache works"],
  ["Open a Page of the Course", "Compare with virtual machines", "Compare with virtual machines"],
  ["Answer a Question", "s2-q3", "Question"],
  ["Answer a Question", "p-cache", "Question"],
  ["Show a Hint", "Multi-stage build", "Multi-stage build"],
  ["Troubleshoot", "port", "port"],
];

describe("the course for those who use no mouse, or no screen", function () {
  this.bail(true);
  const { keyboard } = session.page;
  const page = () => session.page;

  before(async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await palette("Dockerize Coach: Focus on Course View");
    await courseRow("0. Install Docker").waitFor();
  });

  it("goes from the tree to a page, its question, the model answer and the tick by keys alone", async () => {
    await keyboard.press("Home");
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await documentWith("Meet the problem");
    await tabTo("Answer the question");
    await keyboard.press("Enter");
    const question = await panelShows("Question");
    await tabTo("Your answer, in your own words");
    await keyboard.type("What the code stands on differs from machine to machine.");
    await tabTo("Show the Model Answer");
    await keyboard.press("Enter");
    await question.locator("h2", { hasText: "Model answer" }).waitFor();
    await tabTo("I Knew It");
    await keyboard.press("Enter");
    await question.locator("[role=status]", { hasText: "Noted" }).waitFor();
    await named(courseRow("Meet the problem"), "Meet the problem: done");
    await shot("by-keyboard");
  });

  it("opens a hint by keys alone, and goes on reading where it has come", async () => {
    await choose("Show a Hint", "Multi-stage build");
    const hints = await panelShows("Multi-stage build");
    await tabTo("Show the First Hint");
    await keyboard.press("Enter");
    await hints.locator("h2", { hasText: "Hint 1 of 4" }).waitFor();
    await until("the caret is at the hint", async () => /Hint 1 of 4/.test(await focused()));
  });

  it("begins a step anew only after a question, and keeps what was there", async () => {
    const file = join(session.workspace, "Dockerfile");
    const starter = readFileSync(file, "utf8");
    writeFileSync(file, "FROM python:3.11\n");
    await choose("Begin a Step Anew", "3. Write your Dockerfile");
    const question = page().locator(".monaco-dialog-box", { hasText: "Begin step 3 anew?" });
    await question.waitFor();
    assert.equal(readFileSync(file, "utf8"), "FROM python:3.11\n");
    await tabTo("Begin Anew");
    await keyboard.press("Enter");
    await until("the starter's file is back", async () => readFileSync(file, "utf8") === starter);
    await palette("Notifications: Show Notifications");
    const message = page().locator(".notifications-center .notification-list-item", { hasText: "Yours is kept in" });
    const [, backup] = /kept in (\/\S+Dockerfile)/.exec(await message.innerText());
    assert.equal(readFileSync(backup, "utf8"), "FROM python:3.11\n");
    await keyboard.press("Escape");
  });

  it("has a name for every row of its views and every button in them", async () => {
    await foldChecks();
    await palette("Dockerize Coach: Focus on Course View");
    await keyboard.press("End");
    for (const name of ["Tools", "Look Things Up"]) await unfoldUpwards(name);
    await courseRow("Glossary").waitFor();
    const rows = await page()
      .locator(".sidebar .monaco-list-row")
      .evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
    assert.ok(rows.length > 25, `only ${rows.length} rows can be seen`);
    assert.deepEqual(
      rows.filter((name) => name.length < 4 || rows.indexOf(name) !== rows.lastIndexOf(name)),
      [],
    );
    const buttons = page().locator(".sidebar .action-label:visible, .gettingStartedContainer .monaco-button:visible");
    const names = await buttons.evaluateAll((all) =>
      all.map((one) => one.getAttribute("aria-label") || one.textContent || one.getAttribute("title") || ""),
    );
    assert.ok(names.length > 3 && names.every((name) => name.trim().length > 3), names.join(", "));
  });

  for (const [theme, body] of THEMES) {
    it(`can be read in ${theme}, by eye and by ear`, async () => {
      const file = join(session.workspace, ".vscode/settings.json");
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), "workbench.colorTheme": theme }));
      await page().locator(`.monaco-workbench.${body}`).waitFor();
      for (const [command, item, heading] of DOCUMENTS) {
        await choose(command, item);
        await panelShows(heading);
        await shot(`panel ${item} ${theme}`);
        const shown = await documentWith(heading);
        await assertPictures(shown);
        assert.deepEqual(await violationsIn(shown), [], item);
      }
    });
  }

  /** Goes up in the Course view to a row, and opens it. */
  async function unfoldUpwards(name) {
    await until(`“${name}” is reached and open`, async () => {
      if ((await courseRow(name).getAttribute("aria-expanded")) === "true") return true;
      const isHere = /\bfocused\b/.test(await courseRow(name).getAttribute("class"));
      await keyboard.press(isHere ? "ArrowRight" : "ArrowUp");
      return false;
    });
  }

  /** Chooses by typing from the list that a command opens; again where something takes the focus away, which closes the list. */
  async function choose(command, item) {
    const box = page().locator(".quick-input-widget:visible input[type=text]");
    const found = page().locator(".quick-input-widget .monaco-list-row.focused", { hasText: item });
    const isOffered = async () => {
      await palette(`Dockerize Coach: ${command}`);
      try {
        // the palette itself is the same box, with a “>” in front
        await until("the list", async () => !(await box.inputValue({ timeout: 1_000 })).startsWith(">"), 5_000);
        await keyboard.type(item);
        await found.waitFor({ timeout: 5_000 });
        return true;
      } catch {
        return false;
      }
    };
    await until(`${command} offers ${item}`, isOffered, 60_000);
    await keyboard.press("Enter");
  }

  /** Presses Tab until the element of this name has the focus, as far as a person would. */
  async function tabTo(name) {
    const passed = [];
    await until(`Tab comes to “${name}”`, async () => {
      const now = await focused();
      if (now.startsWith(name)) return true;
      passed.push(now);
      assert.ok(passed.length < 60, `60 times Tab, and never at “${name}”: ${passed.join(" | ")}`);
      await keyboard.press("Tab");
      return false;
    });
  }

  /** The name of what has the focus, in whichever document it is. */
  async function focused() {
    for (const frame of page().frames().toReversed()) {
      const name = await frame
        .evaluate(() => {
          const one = document.hasFocus() ? document.activeElement : null;
          if (one === null || one === document.body || one.tagName === "IFRAME") return "";
          return one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent || "";
        })
        .catch(() => "");
      if (name) return name.trim();
    }
    return "";
  }

  function named(row, name) {
    return until(`a row is named “${name}”`, async () => (await row.getAttribute("aria-label")) === name);
  }
});
