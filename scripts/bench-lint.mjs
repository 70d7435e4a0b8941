#!/usr/bin/env node
// Times all rules over the challenge's solution beside other linters of Dockerfiles, in turns, in one run. Speed is a
// ratio: read the last column. Docker's own check is what editors start as a process for each change.
//
//   npm run bench:lint -- [--rounds 300]
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureEngine, takeDown, takeDownLater, takeDownOnSignals } from "../test/testbed/up.mjs";

const root = path.dirname(import.meta.dirname);
const require = createRequire(import.meta.url);
const { values } = parseArgs({ options: { rounds: { type: "string", default: "300" } } });
const rounds = Number(values.rounds);
/** Those of one file each are short, so they are timed this often for each time that a process is started. */
const PROCESS_EVERY = Math.max(1, Math.floor(rounds / 10));

spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], { stdio: "ignore" });
const core = require(path.join(root, "dist/core.js"));
const { validate } = require("dockerfile-utils");
const dockerfilelint = require("dockerfilelint/lib/index.js");

takeDownOnSignals();
const engine = takeDownLater(await ensureEngine());
const folder = mkdtempSync(path.join(tmpdir(), "dockerize-coach-bench-"));
try {
  for (const part of ["starter", "solution"]) cpSync(path.join(root, "challenge", part), folder, { recursive: true });
  const dockerfile = readFileSync(path.join(folder, "Dockerfile"), "utf8");
  const submission = submissionOf(folder, [
    "Dockerfile",
    ".dockerignore",
    "docker-compose.yml",
    "requirements.txt",
    "src/app.py",
  ]);
  const project = core.openProject(submission);
  // As in an editor: one file has a new text each time, and the others are as they were.
  const typed = (file) => core.withText(project, file, project.files.get(file).text);
  const ways = {
    "our rules, Dockerfile": () => core.lintFile(typed("Dockerfile"), "Dockerfile"),
    "our rules, all files of the solution": () => {
      for (const file of project.files.keys()) core.lintFile(typed(file), file);
    },
    "dockerfile-utils, Dockerfile": () => validate(dockerfile),
    "dockerfilelint, Dockerfile": () => dockerfilelint.run(".", dockerfile),
    "docker buildx build --call=check": () => buildCheck(folder),
  };
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, work] of Object.entries(ways)) {
      if (way.startsWith("docker buildx") && round % PROCESS_EVERY !== 0) continue;
      const begun = performance.now();
      work();
      times[way].push(performance.now() - begun);
    }
  }
  print(times);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await takeDown();
}

function submissionOf(from, paths) {
  const files = paths.map((file) => [file, core.decodeText(file, readFileSync(path.join(from, file)))]);
  return { files: new Map(files), paths: new Set([...paths, "src/"]) };
}

function buildCheck(cwd) {
  const { status, stderr } = spawnSync("docker", ["buildx", "build", "--call=check", "."], {
    cwd,
    env: { ...process.env, ...engine.env },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`docker buildx build --call=check failed: ${stderr}`);
}

function print(times) {
  const ours = median(times["our rules, Dockerfile"]);
  console.log(`The challenge's solution, ${rounds} rounds, medians`);
  for (const [way, milliseconds] of Object.entries(times)) {
    const middle = median(milliseconds);
    const ratio = (middle / ours).toFixed(2);
    console.log(`  ${way.padEnd(40)} ${middle.toFixed(2).padStart(9)} ms   ${ratio} times our rules on the Dockerfile`);
  }
  const all = median(times["our rules, all files of the solution"]);
  const utils = median(times["dockerfile-utils, Dockerfile"]);
  const check = median(times["docker buildx build --call=check"]);
  console.log(`\n  Dockerfile: ${(ours / utils).toFixed(2)} of dockerfile-utils' time (goal: at most 2)`);
  console.log(`  all files: ${all.toFixed(2)} ms (goal: under 5)`);
  console.log(`  Docker's own check takes ${(check / ours).toFixed(0)} times as long (goal: at least 50)`);
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
