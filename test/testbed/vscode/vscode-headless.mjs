#!/usr/bin/env node
// Stands in for the desktop's `code` where there is no desktop: the same command line, as @vscode/test-electron gives it.
//
//   vscode-headless.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE   runs a suite inside VS Code
//   vscode-headless.mjs [FOLDER] --extensionDevelopmentPath=DIR --ui-script=FILE.mjs        drives the workbench from outside
//
// More: --locale=de, --settings='{"workbench.colorTheme":"Default Light Modern"}', --enable-workspace-trust,
// --user-data-dir, --extensions-dir, --timeout=SECONDS. The exit code is the suite's (0 or 1), 70 when VS Code itself
// failed, 124 after the timeout. VSCODE_HEADLESS_SHOTS is the folder for screenshots, VSCODE_HEADLESS_VERBOSE=1 shows
// all that VS Code says, and VSCODE_HEADLESS_CONTROL is given to the suite; control.mjs says what for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as delay } from "node:timers/promises";
import { readArguments } from "./arguments.mjs";
import { hostPaths } from "./versions.mjs";
import { openWorkbench } from "./workbench.mjs";

async function main(wanted) {
  if (wanted.version) return printVersion();
  if (!wanted.suite && !wanted.uiScript) throw new Error("nothing to run: --extensionTestsPath or --ui-script");
  const stopped = stopSignal();
  const opening = openWorkbench({ ...wanted, onText: (text) => process.stdout.write(text) });
  const result = await Promise.race([
    stopped,
    timeUp(wanted.limit),
    opening.then((workbench) => use(workbench, wanted)),
  ]);
  const workbench = await opening;
  if (result.reason) await keepPicture(workbench);
  await workbench.close();
  if (result.reason) process.stderr.write(`[vscode-headless] ${result.reason}\n`);
  return result.code;
}

function use(workbench, { uiScript, open }) {
  if (!uiScript) return workbench.ended;
  const script = import(pathToFileURL(uiScript).href).then(async (module) => {
    await module.default({ ...workbench, workspace: open[0] });
    return { code: 0 };
  });
  return Promise.race([script, workbench.ended]).catch((error) => ({ code: 1, reason: error.stack }));
}

async function keepPicture(workbench) {
  await Promise.race([workbench.screenshot("failure"), delay(8000)]).catch(() => {});
}

function stopSignal() {
  return new Promise((resolve) => {
    for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
      process.on(signal, () => resolve({ code }));
    }
  });
}

async function timeUp(limit) {
  await delay(limit, undefined, { ref: false });
  return { code: 124, reason: `not done after ${limit / 1000} s` };
}

function printVersion() {
  const { version, commit } = JSON.parse(readFileSync(join(hostPaths().vscode, "product.json"), "utf8"));
  console.log(`${version}\n${commit}\n${process.arch}`);
  return 0;
}

const code = await main(readArguments(process.argv.slice(2))).catch((error) => {
  process.stderr.write(`[vscode-headless] ${error.message}\n`);
  return 70;
});
await delay(150); // test-electron lets go of our output as soon as we exit: give it the time to read the rest
process.exit(code);
