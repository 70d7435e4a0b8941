// What a learner does on the pages of the course beside answering questions.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanUp, exportReport, handIn } from "./course-ending.mjs";
import { docker, hasImage } from "./course-images.mjs";
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
