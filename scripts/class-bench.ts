// Grades 60 generated submissions (good, broken, hostile, duplicates; the same for the same seed) as a class, and shows:
//   a  one after the other (--jobs 1)
//   b  as a class: how many times faster, and the memory of the grader's processes
//   c  killed without a word in the middle and run again: the same CSV
//   d  in three shards, merged: the same CSV, byte for byte
// Every part starts from fresh copies with a cold build cache (the base images are there). All verdicts are compared with what
// they must be.
//
//   npm run class:bench -- [--part abcd] [--count 60] [--seed 1] [--folder DIR] [--time-limit 90]
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { OUTPUTS } from "../src/class/result/write-outputs";
import { ensureEngine, takeDown, takeDownLater, takeDownOnSignals } from "../test/testbed/up.mjs";
import { wrongVerdicts } from "./class-bench/check-verdicts";
import { benchClass, writeClass } from "./class-bench/make-class";
import { type ClassRun, keptResults, runClass } from "./class-bench/run-class";

const SHARDS = 3;

const { values } = parseArgs({
  options: {
    part: { type: "string", default: "abcd" },
    count: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    folder: { type: "string" },
    "time-limit": { type: "string", default: "90" },
  },
});

const scratch = values.folder ?? mkdtempSync(join(tmpdir(), "dockerize-coach-class-bench-"));
mkdirSync(scratch, { recursive: true });
const program = join(scratch, "cli.js");
copyFileSync(join(__dirname, "..", "dist", "cli.js"), program);
const submissions = benchClass(Number(values.seed), Number(values.count));
let env: NodeJS.ProcessEnv = process.env;
let faults = 0;
let whole: string | undefined;

/** A fresh copy of the class, and where its results go. */
function stage(part: string): { readonly args: readonly string[]; readonly output: string } {
  const folder = join(scratch, part);
  const output = join(scratch, `${part}-results`);
  for (const path of [folder, output]) rmSync(path, { recursive: true, force: true });
  writeClass(submissions, folder, `${part}${Date.now()}`);
  return { args: ["class", folder, "--output", output, "--time-limit", values["time-limit"]], output };
}

function show(part: string, { seconds, peak, graded, again }: ClassRun, output: string): void {
  const wrong = wrongVerdicts(output, submissions);
  faults += wrong.length;
  const megabytes = Math.round(peak / 1e6);
  console.log(
    `${part}: ${seconds.toFixed(0)} s, ${graded} graded, grader's memory ${megabytes} MB, ${wrong.length} wrong verdicts`,
  );
  if (again.length > 0) console.log(`   graded once more, alone: ${again.join(", ")}`);
  for (const line of wrong) console.log(`   ${line}`);
}

async function partA(): Promise<number> {
  const { args, output } = stage("a");
  const run = await runClass({ program, args: [...args, "--jobs", "1"], env });
  show("a, one after the other", run, output);
  return run.seconds;
}

async function partB(): Promise<number> {
  const { args, output } = stage("b");
  const run = await runClass({ program, args, env });
  show("b, as a class", run, output);
  whole = output;
  return run.seconds;
}

/** The results of a run over the whole class without interruption: part b's where it has run. */
async function wholeRun(): Promise<string> {
  if (whole === undefined) await partB();
  return whole ?? "";
}

async function partC(): Promise<void> {
  const { args, output } = stage("c");
  const killed = await runClass({ program, args, env, killWhen: () => keptResults(output) >= submissions.length / 2 });
  console.log(`c, killed after ${killed.seconds.toFixed(0)} s with ${keptResults(output)} results`);
  const resumed = await runClass({ program, args, env });
  show("c, run again", resumed, output);
  sameCsv("c, killed and resumed against one whole run", output, await wholeRun());
}

async function partD(): Promise<void> {
  const { args, output } = stage("d");
  const parts = Array.from({ length: SHARDS }, (_, index) => `${output}-${index + 1}`);
  for (const [index, part] of parts.entries()) {
    rmSync(part, { recursive: true, force: true });
    const shard = ["--shard", `${index + 1}/${SHARDS}`];
    await runClass({ program, args: [...args.map((word) => (word === output ? part : word)), ...shard], env });
  }
  show("d, merged", await runClass({ program, args: ["merge", ...parts, "--output", output], env }), output);
  sameCsv("d, three shards merged against one whole run", output, await wholeRun());
}

function sameCsv(what: string, one: string, other: string): void {
  const [left, right] = [one, other].map((folder) => readFileSync(join(folder, OUTPUTS.csv)));
  const same = left?.equals(right ?? Buffer.alloc(0)) ?? false;
  if (!same) faults += 1;
  console.log(`${what}: ${same ? "the same CSV, byte for byte" : `DIFFERENT, see ${one} and ${other}`}`);
}

async function main(): Promise<void> {
  takeDownOnSignals();
  const engine = takeDownLater(await ensureEngine());
  env = { ...process.env, ...engine.env };
  try {
    console.log(`${submissions.length} submissions, seed ${values.seed}, in ${scratch}`);
    const alone = values.part.includes("a") ? await partA() : undefined;
    const together = values.part.includes("b") ? await partB() : undefined;
    if (alone && together) console.log(`a/b: ${(alone / together).toFixed(2)} times faster as a class`);
    if (values.part.includes("c")) await partC();
    if (values.part.includes("d")) await partD();
  } finally {
    if (values.folder === undefined && faults === 0) rmSync(scratch, { recursive: true, force: true });
    await takeDown();
  }
  process.exitCode = faults === 0 ? 0 : 1;
}

void main();
