// What a learner does on the pages of the course beside answering questions.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { violationsIn } from "./accessible.mjs";
import { session } from "./session.mjs";
import { foldChecks, inFolder, openPage, press, runChecks, unfoldChecks, verify, write } from "./learner.mjs";
import { panel, panelShows } from "./panels.mjs";
import { palette, shot, until } from "./workbench.mjs";

const APP = "http://127.0.0.1:5000";
const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;
const solution = (name) => readFileSync(new URL(`../../../challenge/solution/${name}`, import.meta.url), "utf8");
const page = () => session.page;
const docker = (...args) => execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const answers = (address) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

/** By a page's title, what is done there. `temp`: a folder for what lies outside of the challenge. */
export const deeds = (temp) => ({
  "Check your machine": async () => {
    await press("Check My Environment");
    await panelShows("Is your machine ready?");
    await panel().locator("tr", { hasText: "The engine answers" }).locator("td", { hasText: "Good" }).waitFor();
    await shot("course-environment");
  },
  "Run your first container": () => verify("Run your first container"),
  "Run it without Docker": runItLocally,
  "Phase A: build the simple one": async () => {
    await write("Dockerfile", NAIVE);
    await openPage(3, "Phase A: build the simple one");
    await press("Build it");
    await until("the simple image", async () => hasImage("myapp-naive"), 90_000);
    await verify("Phase A: build the simple one");
  },
  "Ask who runs it": () => verify("Ask who runs it"),
  "Write the two stages": fixByLightBulb,
  "Compare the images": compare,
  "Write the file": async () => {
    await write(".dockerignore", solution(".dockerignore"));
    await openPage(4, "Write the file");
    await press("Run this check");
  },
  "Write the Compose file": async () => {
    await write("docker-compose.yml", solution("docker-compose.yml"));
    await openPage(5, "Write the Compose file");
    await press("Run this check");
  },
  "Mount folders and volumes": () => verify("Mount folders and volumes", "Verify live reload"),
  "See which data survives": () => verify("See which data survives"),
  "Start it, use it, stop it": startAndStop,
  "Run the checks": async () => {
    await runChecks("Dockerize Coach 100/100");
    await unfoldChecks();
    await shot("course-100");
    await foldChecks();
  },
  "Hand it in": () => handIn(join(temp, "remote.git")),
  "Keep your report": () => exportReport(join(temp, "report.html")),
  "Clean up": cleanUp,
});

/** Whether the engine has an image of this name. */
export function hasImage(name) {
  return docker("images", "-q", name).trim() !== "";
}

/** Takes away what a course that was broken off has left. */
export function removeImages() {
  for (const name of ["myapp", "myapp-naive"]) if (hasImage(name)) docker("image", "rm", "-f", name);
}

/** Where no package index can be reached, the images' own wheels stand in for it, as in their builds. Undefined where there are none. */
export function wheelsOf(image, folder) {
  const container = docker("create", image).trim();
  try {
    docker("cp", `${container}:/opt/wheels`, folder);
    return { PIP_NO_INDEX: "1", PIP_FIND_LINKS: folder };
  } catch {
    return undefined;
  } finally {
    docker("rm", container);
  }
}

async function runItLocally() {
  await press("1. Make the virtual environment");
  await until("the virtual environment", async () => existsSync(inFolder("venv/bin/pip")), 60_000);
  await press("2. Install the packages");
  await until("flask", async () => existsSync(inFolder("venv/bin/flask")), 90_000);
  await press("3. Start the app");
  await until("the app answers", () => answers(`${APP}/health`), 30_000);
  await shot("course-terminal");
  await verify("Run it without Docker");
  await palette("Terminal: Kill All Terminals");
  await until("port 5000 is free", async () => !(await answers(`${APP}/health`)));
}

async function fixByLightBulb() {
  await press("Open Dockerfile");
  await page().locator(".editor-instance .view-line", { hasText: "FROM" }).first().click();
  await palette("Dockerize Coach: Fix All in This File");
  await until("the fixes are made", async () => {
    await page().keyboard.press("Control+S");
    return /AS builder/.test(readFileSync(inFolder("Dockerfile"), "utf8"));
  });
  await shot("course-dockerfile");
  await runChecks(/\d+\/100/);
}

async function compare() {
  await press("Build it");
  await until("the image", async () => hasImage("myapp"), 90_000);
  await press("Compare the Images");
  await panelShows("Naive against optimised", 120_000);
  await panel().locator("th", { hasText: "After a change in src" }).waitFor();
  await shot("course-comparison");
}

async function startAndStop() {
  await press("Start");
  await until("compose is up", () => answers(`${APP}/api/counter`), 90_000);
  await press("Stop");
  const ofFolder = `label=com.docker.compose.project.working_dir=${session.workspace}`;
  await until("compose is down", async () => docker("ps", "-q", "--filter", ofFolder).trim() === "", 60_000);
  await verify("Start it, use it, stop it");
}

async function handIn(remote) {
  const git = (...args) => execFileSync("git", args, { cwd: session.workspace, encoding: "utf8", stdio: "pipe" });
  if (!existsSync(inFolder(".git"))) {
    writeFileSync(inFolder(".gitignore"), `${readFileSync(inFolder(".gitignore"), "utf8")}\n.vscode/\n`);
    git("init", "-q", "-b", "main");
    git("add", ".");
    const learner = ["-c", "user.name=learner", "-c", "user.email=learner@localhost"];
    git(...learner, "commit", "-q", "-m", "Complete the challenge");
    git("init", "--bare", "-q", remote);
    git("remote", "add", "origin", remote);
    git("push", "-q", "-u", "origin", "main");
  }
  await press("Check before you push");
  await panelShows("Ready to hand in?");
  await panel().locator("p", { hasText: "Handed in." }).waitFor();
  await shot("course-handed-in");
}

async function exportReport(file) {
  await press("Export My Report");
  await page().locator(".quick-input-widget .monaco-list-row", { hasText: "HTML" }).first().waitFor();
  await page().keyboard.press("Enter");
  const box = page().locator(".quick-input-widget:visible input[type=text]");
  await until("the place to save", async () => /dockerize-coach-report\.html$/.test(await box.inputValue()));
  const ok = page().locator(".quick-input-widget .monaco-button", { hasText: "OK" });
  await until("the report", async () => {
    // the dialog lists the folder anew for what is typed, and takes no answer meanwhile
    await box.fill(file, { timeout: 2_000 }).catch(() => undefined);
    await ok.click({ timeout: 2_000 }).catch(() => undefined);
    return existsSync(file);
  });
  const html = readFileSync(file, "utf8");
  assert.match(html, /100 of 100 points/);
  assert.match(html, /My answers/);
  assert.match(html, /Before and after/);
  assert.doesNotMatch(html, /https?:\/\/(?!127)/);
  await readReport(file);
}

/** Opens the report in a browser, as somebody does whom it is sent to, in a light and a dark one. */
async function readReport(file) {
  const reader = await page().context().newPage();
  for (const colorScheme of ["light", "dark"]) {
    await reader.emulateMedia({ colorScheme });
    await reader.goto(pathToFileURL(file).href);
    await reader.screenshot({
      path: join(process.env.VSCODE_HEADLESS_SHOTS, `course-report-${colorScheme}.png`),
      fullPage: true,
    });
    assert.deepEqual(await violationsIn(reader), []);
  }
  await reader.close();
}

async function cleanUp() {
  await press("Clean Up");
  await page().locator(".quick-input-widget .monaco-list-row", { hasText: "image myapp" }).first().waitFor();
  await shot("course-clean-up");
  await page().keyboard.press("Enter");
  await page().locator(".monaco-dialog-box .monaco-button", { hasText: "Remove" }).click();
  await until("the images are gone", async () => !hasImage("myapp-naive"), 60_000);
}
