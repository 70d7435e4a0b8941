import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as delay } from "node:timers/promises";
import { writeSettings } from "../test/testbed/vscode/settings.mjs";
import { root } from "./bootstrap.mjs";

const driver = fileURLToPath(new URL("../test/testbed/vscode/driver-extension", import.meta.url));
const LIMIT = 300_000;

/**
 * The desktop's VS Code, with a profile of its own and an extension beside ours that runs the checks as soon as the
 * window is up: { runChecks, screenshot, where, closed, down }. Each run of the checks is a window of its own.
 */
export async function openEditor({ folder, env, executable }) {
  const profile = mkdtempSync(join(tmpdir(), "dockerize-coach-profile-"));
  writeSettings(join(profile, "user-data"));
  let window;
  let endClosed;
  const closed = new Promise((resolve) => (endClosed = resolve));

  const close = async () => {
    if (!window || window.exitCode !== null || window.signalCode !== null) return;
    window.off("exit", endClosed);
    window.kill();
    await once(window, "exit");
  };

  let runs = 0;
  const runChecks = async () => {
    await close();
    const file = join(profile, `report-${(runs += 1)}.json`);
    window = spawn(executable, flags(folder, profile), {
      env: { ...env, DOCKERIZE_COACH_REPORT: file },
      stdio: "ignore",
    });
    window.on("exit", endClosed);
    window.on("error", endClosed);
    return linesOf(await reportIn(file));
  };

  return {
    where: "VS Code is open on your desktop.",
    closed,
    runChecks,
    screenshot: async () => {}, // only the workbench in a browser can be pictured without asking the desktop's user
    down: async () => {
      await close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

function flags(folder, profile) {
  return [
    folder,
    `--extensionDevelopmentPath=${root}`,
    `--extensionDevelopmentPath=${driver}`,
    `--user-data-dir=${join(profile, "user-data")}`,
    `--extensions-dir=${join(profile, "extensions")}`,
    ...["--new-window", "--skip-welcome", "--skip-release-notes", "--disable-workspace-trust", "--disable-updates"],
  ];
}

async function reportIn(file) {
  for (const end = Date.now() + LIMIT; Date.now() < end; await delay(200)) {
    if (!existsSync(file)) continue;
    const report = JSON.parse(readFileSync(file, "utf8"));
    if (report.error) throw new Error(`The checks could not be run: ${report.error}`);
    return report;
  }
  throw new Error("VS Code gave no report of the checks within five minutes.");
}

function linesOf(report) {
  return report.checks.map(({ title, status, earned, points }) => ({ title, outcome: status, earned, points }));
}
