import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeDownLater } from "../test/testbed/up.mjs";

const MOCHA = ["--import=tsx", "node_modules/mocha/bin/_mocha"];
/** For one section, in milliseconds: far more than any needs, so that one that hangs does not hang the rest. */
const LIMIT = 30 * 60_000;

const REPORTER = "test/testbed/counting-reporter.cjs";

/** Programs that pass or fail as a whole: { passed, failures, skipped }; a failure is { name, message }. */
export async function runSteps({ steps }) {
  const result = { passed: 0, failures: [], skipped: 0 };
  for (const [name, ...words] of steps) {
    const code = await node(words, process.env);
    console.log(`  ${code === 0 ? "✔" : "✖"} ${name}`);
    if (code === 0) result.passed += 1;
    else result.failures.push({ name, message: `ended with ${code}` });
  }
  return result;
}

/** Test files through mocha, in a process of their own. One that ends without its counts has failed. */
export function runMocha({ files }, env) {
  return counting(async (results) => {
    const reporter = ["--reporter", REPORTER, "--reporter-option", `results=${results}`];
    await node([...MOCHA, ...reporter, ...files], env);
  });
}

/** The editor's own runner, with the VS Code and the engine that it is to use. */
export function runEditor(env, { executable }) {
  return counting((results) =>
    node(["test/editor/run.mjs"], { ...env, VSCODE_EXECUTABLE: executable, MOCHA_JSON: results }),
  );
}

async function counting(runWithResults) {
  const folder = mkdtempSync(join(tmpdir(), "dockerize-coach-results-"));
  try {
    const results = join(folder, "results.json");
    await runWithResults(results);
    const { stats, failures } = JSON.parse(readFileSync(results, "utf8"));
    const named = failures.map(({ fullTitle, err }) => ({ name: fullTitle, message: err.message ?? "" }));
    return { passed: stats.passes, failures: named, skipped: stats.pending };
  } catch (error) {
    return {
      passed: 0,
      failures: [{ name: "The tests", message: `ended without a result: ${error.message}` }],
      skipped: 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program of Node's to its end, or to the limit, or to ours; resolves to its exit code. */
function node(words, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { env, stdio: ["ignore", "inherit", "inherit"] });
    const ended = new Promise((end) => child.on("close", end).on("error", end));
    const late = setTimeout(() => stop(`\nNot done after ${LIMIT / 60_000} minutes: stopped.`), LIMIT);
    const stop = async (message) => {
      if (message) console.error(message);
      child.kill("SIGTERM");
      const deaf = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(deaf);
    };
    takeDownLater({ down: () => stop() });
    child.on("close", () => clearTimeout(late));
    void ended.then(resolve);
  });
}
