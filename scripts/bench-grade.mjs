#!/usr/bin/env node
// Times a full grading beside the same work done by hand with the docker CLI, and beside the original challenge's way,
// in turns, in one run, with a warm build cache. Speed is a ratio: read the last column, not the seconds.
//
//   npm run bench:grade -- [--rounds 3]
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureEngine, takeDown, takeDownLater, takeDownOnSignals } from "../test/testbed/up.mjs";

const root = path.dirname(import.meta.dirname);
const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
const rounds = Number(values.rounds);
takeDownOnSignals();
const engine = takeDownLater(await ensureEngine());
const env = { ...process.env, ...engine.env };
const scratch = mkdtempSync(path.join(tmpdir(), "dockerize-coach-bench-"));
const image = `bench-grade-${process.pid}`;

/** The learner's Redis interval decides how long a hand-run `up` waits; 10 s is what most learners write. */
const variants = [
  { name: "reference solution", interval: undefined },
  { name: "the same with Redis asked every 10 s", interval: "10s" },
];

async function benchVariant({ name, interval }) {
  const folder = submission(name, interval);
  const ways = {
    "grade, all ten checks": () =>
      run("node", [path.join(root, "dist/cli.js"), "grade", folder, "--format", "json"], folder),
    "by hand: build, run until it answers": () => byHand(folder),
    "by hand: compose up, two calls, down": () => composeByHand(folder),
    "the original's way: build, run, sleep 3 s, ask": () => originalWay(folder),
  };
  await ways["grade, all ten checks"](); // warms the cache
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [way, work] of Object.entries(ways)) times[way].push(await timed(work));
  }
  print(name, times);
}

function print(name, times) {
  const grade = median(times["grade, all ten checks"]);
  console.log(`\n${name} (${rounds} rounds, medians)`);
  for (const [way, seconds] of Object.entries(times)) {
    const middle = median(seconds);
    const ratio = (grade / middle).toFixed(2);
    console.log(`  ${way.padEnd(48)} ${middle.toFixed(1).padStart(6)} s   grade takes ${ratio} of it`);
  }
}

function submission(name, interval) {
  const folder = path.join(scratch, name.replace(/\W+/g, "-"));
  cpSync(path.join(root, "challenge/starter"), folder, { recursive: true });
  cpSync(path.join(root, "challenge/solution"), folder, { recursive: true });
  if (interval === undefined) return folder;
  const compose = path.join(folder, "docker-compose.yml");
  writeFileSync(compose, readFileSync(compose, "utf8").replace(/interval: \S+/, `interval: ${interval}`));
  return folder;
}

async function byHand(folder) {
  run("docker", ["build", "--quiet", "--tag", image, "."], folder);
  await inContainer(folder, async (port) => untilHealthy(port));
}

async function originalWay(folder) {
  run("docker", ["build", "--quiet", "--tag", image, "."], folder);
  await inContainer(folder, async (port) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await untilHealthy(port);
  });
}

async function inContainer(folder, work) {
  const id = run("docker", ["run", "--detach", "--name", image, "--publish", "127.0.0.1::5000", image], folder).trim();
  try {
    await work(portOf(run("docker", ["port", id, "5000"], folder)));
  } finally {
    run("docker", ["rm", "--force", "--volumes", id], folder);
  }
}

async function composeByHand(folder) {
  try {
    run("docker", ["compose", "up", "--detach", "--build"], folder);
    const port = portOf(run("docker", ["compose", "port", "api", "5000"], folder));
    await untilHealthy(port);
    await ask(port, "/api/counter");
    await ask(port, "/api/counter");
  } finally {
    run("docker", ["compose", "down", "--volumes", "--rmi", "local"], folder);
  }
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 64e6 });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

const portOf = (text) => Number(text.trim().split("\n")[0].split(":").at(-1));

/** One GET; resolves to whether it was answered with 200. */
function ask(port, path) {
  return new Promise((resolve) => {
    const call = http.get({ host: "127.0.0.1", port, path, agent: false, timeout: 2000 }, (answer) => {
      answer.resume();
      answer.once("close", () => resolve(answer.statusCode === 200));
    });
    call.once("timeout", () => call.destroy());
    call.once("error", () => resolve(false));
  });
}

async function untilHealthy(port) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await ask(port, "/health")) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the app did not answer within 30 s");
}

async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

takeDownLater({
  down: async () => {
    spawnSync("docker", ["rm", "--force", "--volumes", image], { env, stdio: "ignore" });
    spawnSync("docker", ["image", "rm", "--force", image], { env, stdio: "ignore" });
    rmSync(scratch, { recursive: true, force: true });
  },
});
try {
  for (const variant of variants) await benchVariant(variant);
} finally {
  await takeDown();
}
