// Tests the extension in the real VS Code: its suite in the extension host, then the workbench as a person drives it.
// VSCODE_EXECUTABLE: the editor to use, else test-electron downloads one. The workbench is driven only where that is
// the testbed's headless host. The engine is the caller's (DOCKER_HOST …). MOCHA_JSON: where all results go, as mocha's JSON.
// Arguments: the names of the drives or "suite", to run only those.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import { buildSuite } from "./build-suite.mjs";
import { DRIVES } from "./ui/drives.mjs";
import { solution, temporaryFolder } from "./workspaces.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const executable = process.env.VSCODE_EXECUTABLE;
const canDrive = executable !== undefined && basename(executable).startsWith("vscode-headless");
const wanted = process.argv.slice(2);
/** A drive that is on request runs only where it is asked for by its name. */
const isWanted = (name, onRequest = false) => (wanted.length === 0 ? !onRequest : wanted.includes(name));
const temp = temporaryFolder();
const results = [];
let stop = () => process.emit("SIGINT"); // test-electron ends its editor on it
process.on("SIGTERM", () => stop());

try {
  if (isWanted("suite")) await part("suite", runSuite);
  for (const drive of DRIVES.filter(({ spec, onRequest }) => isWanted(spec, onRequest))) {
    if (canDrive) await part(drive.spec, (json) => runDrive(drive, json));
  }
  if (!canDrive) console.log("The workbench was not driven: that takes the testbed's headless VS Code.");
} finally {
  rmSync(temp, { recursive: true, force: true });
}
const merged = merge(results);
if (process.env.MOCHA_JSON) writeFileSync(process.env.MOCHA_JSON, JSON.stringify(merged, null, 2));
process.exitCode = merged.stats.failures > 0 ? 1 : 0;

/** Runs one start of the editor and takes the results that it leaves. An editor that ends badly is a failure too. */
async function part(name, run) {
  const json = join(temp, `${name}.json`);
  console.log(`\n${name}`);
  const error = await run(json).catch((reason) => reason);
  const report = existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : undefined;
  if (report) results.push(report);
  if (report?.stats.failures > 0 || (report && !error)) return;
  const message = error?.message ?? "the editor left no results";
  console.log(`  ✖ ${name}: ${message}`);
  results.push(failure(name, message));
}

function failure(name, message) {
  const test = { title: "runs to its end", fullTitle: `${name} runs to its end`, duration: 0, err: { message } };
  const stats = { suites: 1, tests: 1, passes: 0, pending: 0, failures: 1, duration: 0 };
  return { stats, tests: [test], pending: [], failures: [test], passes: [] };
}

async function runSuite(json) {
  await runTests({
    ...(executable && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: await buildSuite(),
    launchArgs: [solution(temp, "suite"), "--disable-extensions"],
    extensionTestsEnv: { SUITE_JSON: json, SUITE_TEMP: temp },
  });
}

async function runDrive({ spec, workspace, flags = () => [], env = {} }, json) {
  const parent = join(temp, spec);
  mkdirSync(parent);
  const opened = workspace ? [workspace(parent)] : [];
  const args = [
    ...opened,
    `--extensionDevelopmentPath=${root}`,
    `--ui-script=${here("ui/drive.mjs")}`,
    ...flags(parent),
  ];
  const child = spawn(executable, args, {
    stdio: "inherit",
    env: {
      ...process.env,
      ...env,
      UI_SPEC: here(`ui/${spec}.drive.mjs`),
      UI_JSON: json,
      VSCODE_HEADLESS_SHOTS: process.env.VSCODE_HEADLESS_SHOTS ?? join(root, "out", "screenshots"),
    },
  });
  stop = () => child.kill("SIGTERM");
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("exit", resolve));
  if (code !== 0) throw new Error(`the workbench ended with code ${code}`);
}

function merge(reports) {
  const all = (list) => reports.flatMap((report) => report[list]);
  const sum = (count) => reports.reduce((total, { stats }) => total + stats[count], 0);
  const stats = Object.fromEntries(
    ["suites", "tests", "passes", "pending", "failures", "duration"].map((count) => [count, sum(count)]),
  );
  return { stats, tests: all("tests"), pending: all("pending"), failures: all("failures"), passes: all("passes") };
}
