// `npm start`: the challenge in a VS Code with the extension, its checks run once. On a person's terminal the editor
// stays open; without one this ends by itself, with screenshots of the starter's and the solution's score in out/start.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureEngine, ensureVsCode, takeDown, takeDownLater, takeDownOnSignals } from "../test/testbed/up.mjs";
import { bootstrap, root } from "./bootstrap.mjs";
import { printResult } from "./print-result.mjs";

process.chdir(root);
const isPerson = Boolean(process.stdin.isTTY && process.stdout.isTTY);
bootstrap();
takeDownOnSignals();
await main().catch(async (error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
await takeDown();
process.exit();

async function main() {
  console.log("Looking for Docker's engine and VS Code; what is missing is brought up …");
  const engine = takeDownLater(await ensureEngine());
  const vsCode = await ensureVsCode();
  console.log(`${engine.version}, VS Code (${vsCode.kind})`);

  const folder = isPerson ? freeFolder() : temporaryFolder();
  startChallenge(folder);
  const { openEditor } = await import(`./start-${vsCode.kind}.mjs`);
  const editor = takeDownLater(await openEditor({ folder, env: engine.env, executable: vsCode.executable }));
  printResult("The challenge as it begins", await editor.runChecks());
  if (isPerson) {
    console.log(`\nThe challenge is in ${folder}\n${editor.where}\nCtrl+C here ends it all.`);
    return editor.closed;
  }
  await editor.screenshot(join(root, "out/start/starter.png"));
  cpSync(join(root, "challenge/solution"), folder, { recursive: true });
  printResult("With the reference solution", await editor.runChecks());
  await editor.screenshot(join(root, "out/start/solution.png"));
}

function startChallenge(folder) {
  const { status } = spawnSync(process.execPath, ["dist/cli.js", "start", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`The challenge could not be put into ${folder}`);
}

/** A learner's work is never written over: each start of theirs has a folder of its own. */
function freeFolder() {
  const named = (number) => join(root, "out/start", number === 1 ? "challenge" : `challenge-${number}`);
  let number = 1;
  while (existsSync(named(number))) number += 1;
  return named(number);
}

function temporaryFolder() {
  const parent = mkdtempSync(join(tmpdir(), "dockerize-coach-start-"));
  takeDownLater({ down: async () => rmSync(parent, { recursive: true, force: true }) });
  return join(parent, "challenge");
}
