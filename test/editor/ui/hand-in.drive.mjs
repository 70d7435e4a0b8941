import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPage, press } from "./learner.mjs";
import { panel, panelShows } from "./panels.mjs";
import { session } from "./session.mjs";
import { openView, palette, shots, statusItem, until } from "./workbench.mjs";

/** As a terminal of the learner's would: the drive's own environment holds their name. */
const git = (...args) => execFileSync("git", args, { cwd: session.workspace, encoding: "utf8", stdio: "pipe" });

describe("handing in", () => {
  it("begins where there is no repository yet, with the step that comes next", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await openPage(6, "Hand it in");
    await shots("hand-in-page");
    await press("Check before you push");
    await panelShows("Ready to hand in?");
    await rowSays("The folder is a repository", "no repository yet");
    await shots("hand-in-no-repository");
  });

  it("makes it a repository with VS Code's own command, at the press of a button", async () => {
    await pressInPanel("Begin a Repository");
    await session.page.locator(".quick-input-widget .monaco-list-row", { hasText: "my-challenge" }).first().click();
    await until("git keeps the folder", () => existsSync(join(session.workspace, ".git/HEAD")));
    await check();
    await rowSays("Your work is committed", "Not committed yet");
  });

  it("warns of a password and of a virtual environment before they are committed", async () => {
    writeFileSync(join(session.workspace, ".gitignore"), "*.log\n");
    writeFileSync(join(session.workspace, ".env"), "REDIS_PASSWORD=hunter2-hunter2\n");
    mkdirSync(join(session.workspace, "venv"), { recursive: true });
    writeFileSync(join(session.workspace, "venv/pyvenv.cfg"), "home = /usr/bin\n");
    await check();
    await rowSays("No password or key goes along", ".env, line 1, holds the value of REDIS_PASSWORD");
    await rowSays("No virtual environment or cache goes along", "venv/");
    assert.ok(!(await panel().locator("body").innerText()).includes("hunter2"), "the password itself is shown");
    await shots("hand-in-secrets");
    await pressInPanel("Open .gitignore");
    await session.page.locator(".tab.active", { hasText: ".gitignore" }).waitFor();
    await session.page.locator(".editor-instance .view-line").first().click();
    await session.page.keyboard.press("Control+A");
    await session.page.keyboard.insertText(".env\nvenv/\n");
    await session.page.keyboard.press("Control+S");
    await session.page.locator(".tab.active:not(.dirty)", { hasText: ".gitignore" }).waitFor();
    await check();
    await rowSays("No password or key goes along", "No key, token or password");
  });

  it("gets the workflow and the grader at the press of a button", async () => {
    await rowSays("GitHub grades what you push", "Missing");
    await pressInPanel("Add the GitHub Workflow");
    await until("the grader is there", () => existsSync(join(session.workspace, ".dockerize-coach/grader.cjs")));
    await check();
    await rowSays("GitHub grades what you push", "The workflow and the grader are there");
  });

  it("is committed in Source Control", async () => {
    await pressInPanel("Open Source Control");
    const message = session.page.locator(".scm-editor .monaco-editor").first();
    await message.click();
    await session.page.keyboard.insertText("Complete the Docker challenge");
    await session.page.keyboard.press("Control+Enter");
    const stageAll = session.page.locator(".monaco-dialog-box .monaco-button", { hasText: /^Yes$/ });
    await until("the work is committed", async () => {
      if (await stageAll.isVisible()) await stageAll.click();
      return commits() === 1;
    });
    assert.equal(git("log", "-1", "--format=%s").trim(), "Complete the Docker challenge");
    await openView();
    await check();
    await rowSays("Your work is committed", "Everything is committed");
    await rowSays("Your commits are pushed", "on this machine only");
  });

  it("is published with VS Code's own command, and then the page is done", async () => {
    const remote = join(session.workspace, "..", "remote.git");
    rmSync(remote, { recursive: true, force: true });
    execFileSync("git", ["init", "-q", "--bare", remote]);
    git("config", "remote.origin.url", remote);
    git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
    await check();
    // with no remote, VS Code would publish to GitHub instead: its status bar says when it has noticed
    await palette("Git: Refresh");
    await session.page.locator('.statusbar-item[aria-label*="Publish Branch"]').waitFor({ timeout: 60_000 });
    await pressInPanel("Publish Branch");
    await until("the remote has the branch", () => git("ls-remote", "origin").includes("refs/heads/"), 60_000);
    await check();
    await rowSays("Your commits are pushed", "has all your commits");
    assert.equal(commits(), 1, "the coach has written history");
    await until("everything is handed in", async () =>
      (await panel().locator("[role=status]").innerText()).startsWith("Handed in"),
    );
    await shots("hand-in-done");
  });
});

/** How many commits there are; none where nothing is committed yet. */
function commits() {
  try {
    return Number(git("rev-list", "--count", "HEAD"));
  } catch {
    return 0;
  }
}

/** Asks again, from the palette, and waits for the new answer. */
async function check() {
  await palette("Check Before You Push");
  await panelShows("Ready to hand in?");
}

async function pressInPanel(label) {
  await panelShows("Ready to hand in?");
  await panel().locator("a.button", { hasText: label }).first().click();
}

/** Waits until a row of the panel says this. */
function rowSays(title, text) {
  return until(`“${title}” says “${text}”`, async () => {
    const row = panel().locator("tr", { hasText: title }).first();
    const said = await row.innerText({ timeout: 1_000 }).catch(() => "");
    return said.replace(/\s+/g, " ").includes(text);
  });
}
