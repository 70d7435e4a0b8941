import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { session } from "./session.mjs";
import { openFile, openView, palette, row, rowSays, shot, statusIs, statusItem, until } from "./workbench.mjs";
import { answer, foldChecks, openPage, panel, panelShows, press, ticked, unfoldChecks } from "./learner.mjs";

const root = new URL("../../../", import.meta.url);
const read = (file) => readFileSync(new URL(file, root), "utf8");
const { contributes } = JSON.parse(read("package.json"));
const texts = JSON.parse(read("package.nls.json"));
const said = (key) => texts[key.slice(1, -1)];
const QUESTION = /^\[([^\]]+)\]\(command:dockerizeCoach\.answerQuestion\?%5B%22([\w-]+)%22%5D/gm;
const STEPS = contributes.walkthroughs.map(({ id, steps }) => ({
  step: Number(id.replace("step", "")),
  pages: steps.map(({ title, description }) => ({
    title: said(title),
    questions: [...said(description).matchAll(QUESTION)].map(([, label, id]) => ({ label, id })),
  })),
}));
const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;

describe("the course, from an empty folder to 100 points and the report", function () {
  this.bail(true);
  this.timeout(240_000);
  const page = () => session.page;
  const temp = mkdtempSync(join(tmpdir(), "dockerize-coach-course-"));
  const inFolder = (name) => join(session.workspace, name);
  const docker = (...args) => execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const git = (...args) => execFileSync("git", args, { cwd: session.workspace, encoding: "utf8", stdio: "pipe" });

  before(async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    // what is typed here comes in whole, with its own indentation
    const asTyped = { "editor.autoIndent": "none" };
    settings({ ...asTyped, "[dockercompose]": asTyped, "[yaml]": asTyped });
    offerWheels();
    await openView();
    await foldChecks();
  });

  after(() => {
    rmSync(temp, { recursive: true, force: true });
    for (const image of ["myapp", "myapp-naive"]) tryDocker("image", "rm", "-f", image);
  });

  /** What is done on a page beside answering, by its title. */
  const DO = {
    "Check your machine": async () => {
      await press("Check My Environment");
      await panelShows("Is your machine ready?");
      await panel().locator("tr", { hasText: "The engine answers" }).locator("td", { hasText: "Good" }).waitFor();
      await shot("course-environment");
    },
    "Run your first container": () => verify("Run your first container"),
    "Run it without Docker": async () => {
      await press("1. Make the virtual environment");
      await until("the virtual environment", async () => existsSync(inFolder("venv/bin/pip")), 60_000);
      await press("2. Install the packages");
      await until("flask", async () => existsSync(inFolder("venv/bin/flask")), 90_000);
      await press("3. Start the app");
      await until(
        "the app answers",
        () =>
          fetch("http://127.0.0.1:5000/health").then(
            ({ ok }) => ok,
            () => false,
          ),
        30_000,
      );
      await shot("course-terminal");
      await verify("Run it without Docker");
      await palette("Terminal: Kill All Terminals");
      await until("port 5000 is free", () =>
        fetch("http://127.0.0.1:5000/health").then(
          () => false,
          () => true,
        ),
      );
    },
    "Phase A: build the simple one": async () => {
      await write("Dockerfile", NAIVE);
      await openPage(3, "Phase A: build the simple one");
      await press("Build it");
      await until("the simple image", async () => tryDocker("image", "inspect", "myapp-naive"), 90_000);
      await verify("Phase A: build the simple one");
    },
    "Ask who runs it": () => verify("Ask who runs it"),
    "Write the two stages": async () => {
      await press("Open Dockerfile");
      await page().locator(".editor-instance .view-line", { hasText: "FROM" }).first().click();
      await palette("Dockerize Coach: Fix All in This File");
      await until("the fixes are made", async () => {
        await page().keyboard.press("Control+S");
        return /AS builder/.test(readFileSync(inFolder("Dockerfile"), "utf8"));
      });
      await runChecks(/\d+\/100/);
    },
    "Compare the images": async () => {
      await press("Build it");
      await until("the image", async () => tryDocker("image", "inspect", "myapp"), 90_000);
      await press("Compare the Images");
      await panelShows("Naive against optimised", 120_000);
      await panel().locator("th", { hasText: "After a change in src" }).waitFor();
      await shot("course-comparison");
    },
    "Write the file": async () => {
      await write(".dockerignore", read("challenge/solution/.dockerignore"));
      await openPage(4, "Write the file");
      await press("Run this check");
    },
    "Write the Compose file": async () => {
      await write("docker-compose.yml", read("challenge/solution/docker-compose.yml"));
      await openPage(5, "Write the Compose file");
      await press("Run this check");
    },
    "Mount folders and volumes": () => verify("Mount folders and volumes", "Verify live reload"),
    "See which data survives": () => verify("See which data survives"),
    "Start it, use it, stop it": async () => {
      await press("Start");
      await until(
        "compose is up",
        () =>
          fetch("http://127.0.0.1:5000/api/counter").then(
            ({ ok }) => ok,
            () => false,
          ),
        90_000,
      );
      await press("Stop");
      await until("compose is down", async () => docker("ps", "-q", "--filter", "publish=5000").trim() === "", 60_000);
      await verify("Start it, use it, stop it");
    },
    "Run the checks": async () => {
      await runChecks("Dockerize Coach 100/100");
      await unfoldChecks();
      await shot("course-100");
      await foldChecks();
    },
    "Hand it in": async () => {
      execFileSync("git", ["init", "--bare", "-q", join(temp, "remote.git")]);
      writeFileSync(inFolder(".gitignore"), "venv/\n.vscode/\n");
      if (existsSync(inFolder(".git"))) return verify("Hand it in");
      git("init", "-q", "-b", "main");
      git("add", ".");
      git(
        "-c",
        "user.name=learner",
        "-c",
        "user.email=learner@localhost",
        "commit",
        "-q",
        "-m",
        "Complete the challenge",
      );
      git("remote", "add", "origin", join(temp, "remote.git"));
      git("push", "-q", "-u", "origin", "main");
      await verify("Hand it in");
    },
    "Keep your report": async () => {
      await press("Export My Report");
      await page().locator(".quick-input-widget .monaco-list-row", { hasText: "HTML" }).first().waitFor();
      await page().keyboard.press("Enter");
      const box = page().locator(".quick-input-widget:visible input[type=text]");
      await until("the place to save", async () => /dockerize-coach-report\.html$/.test(await box.inputValue()));
      const file = join(temp, "report.html");
      await box.fill(file);
      await page().keyboard.press("Enter");
      await until("the report", async () => existsSync(file));
      const html = readFileSync(file, "utf8");
      assert.match(html, /100 of 100 points/);
      assert.match(html, /My answers/);
      assert.match(html, /Before and after/);
      assert.doesNotMatch(html, /https?:\/\/(?!127)/);
    },
    "Clean up": async () => {
      await press("Clean Up");
      await page().locator(".quick-input-widget .monaco-list-row", { hasText: "image myapp" }).first().waitFor();
      await shot("course-clean-up");
      await page().keyboard.press("Enter");
      await page().locator(".monaco-dialog-box .monaco-button", { hasText: "Remove" }).click();
      await until("the images are gone", async () => !tryDocker("image", "inspect", "myapp-naive"), 60_000);
    },
  };

  for (const { step, pages } of STEPS) {
    for (const { title, questions } of pages) {
      it(`step ${step}, “${title}”: is shown, done, and ticked`, async () => {
        await openPage(step, title);
        await shot(`course-${step}-${slug(title)}-light`);
        for (const { label, id } of questions) {
          await openPage(step, title);
          await press(label);
          await answerInFront(id);
        }
        await openPage(step, title);
        await DO[title]?.();
        await openPage(step, title);
        if (title !== "Add a user and a health check") await ticked(title);
      });
    }
  }

  it("has every page ticked at the end, and a progress file that says the same", async () => {
    await openPage(3, "Add a user and a health check");
    await ticked("Add a user and a health check");
    await palette("Dockerize Coach: Show My Progress File");
    await page().locator(".tab.active", { hasText: ".json" }).waitFor();
    await shot("course-progress-file");
  });

  it("goes back when the work is broken again, while the walkthrough keeps its tick", async () => {
    await unfoldChecks();
    const text = readFileSync(inFolder("Dockerfile"), "utf8");
    await write("Dockerfile", text.replace(/^USER .*$/m, "USER root"));
    await rowSays("Runs as a non-root user", "0/15");
    await statusIs(/^Dockerize Coach 8[05]\/100/);
    await foldChecks();
    await openPage(3, "Add a user and a health check");
    await ticked("Add a user and a health check");
    await shot("course-broken-again");
    assert.match(await row("3. Write your Dockerfile").last().innerText(), /7\/8/);
  });

  it("looks right in the dark theme too, page by page", async () => {
    theme("Default Dark Modern");
    await page().locator(".monaco-workbench.vs-dark").waitFor();
    for (const { step, pages } of STEPS) {
      for (const { title } of pages) {
        await openPage(step, title);
        await shot(`course-${step}-${slug(title)}-dark`);
      }
    }
  });

  async function answerInFront(id) {
    const shown = await panelShows("Question");
    // all questions have one tab: the one before may still be drawn
    await shown.locator(`body[data-key$="Question ${id}"]`).waitFor();
    await shown.locator("textarea, label.choice, button[value=edit]").first().waitFor();
    if ((await shown.locator("button[value=edit]").count()) > 0) return;
    const choice = shown.locator("label.choice").first();
    const text = (await choice.count()) > 0 ? await choice.innerText() : "In my own words: what it stands on differs.";
    await answer(text.trim());
  }

  /** Looks by the page's button, and waits until the page, which has all else, is ticked. */
  async function verify(title, label = "Verify") {
    await press(label);
    await ticked(title);
  }

  /** Types a file anew, and saves it. */
  async function write(name, text) {
    if (!existsSync(inFolder(name))) writeFileSync(inFolder(name), "");
    await openFile(name);
    await page().locator(".editor-group-container.active .editor-instance .view-line").first().click();
    await page().keyboard.press("Control+A");
    await page().keyboard.insertText(text);
    await until(`${name} is saved`, async () => {
      await page().keyboard.press("Control+S");
      return readFileSync(inFolder(name), "utf8") === text;
    });
  }

  async function runChecks(score) {
    await palette("Dockerize Coach: Run Challenge Checks");
    await statusIs(score, 180_000);
  }

  /** Where no package index can be reached, the images' own wheels stand in for it, as in their builds. */
  function offerWheels() {
    const container = docker("create", "python:3.11-slim").trim();
    try {
      docker("cp", `${container}:/opt/wheels`, join(temp, "wheels"));
      const env = { PIP_NO_INDEX: "1", PIP_FIND_LINKS: join(temp, "wheels") };
      settings({ "terminal.integrated.env.linux": env });
    } catch {
      // real images have none, and need none: there the index is asked
    } finally {
      docker("rm", container);
    }
  }

  function theme(name) {
    settings({ "workbench.colorTheme": name });
  }

  function settings(more) {
    const file = inFolder(".vscode/settings.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...more }));
  }

  function tryDocker(...args) {
    try {
      docker(...args);
      return true;
    } catch {
      return false;
    }
  }
});

function slug(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
