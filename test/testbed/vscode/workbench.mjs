import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { openBrowser } from "./browser.mjs";
import { openControl, screenshot } from "./control.mjs";
import { startReaper } from "./reaper.mjs";
import { startServer } from "./server.mjs";
import { writeSettings } from "./settings.mjs";
import { wrapSuite } from "./suite-output.mjs";

/**
 * A real VS Code without a desktop: its server, and its workbench in a headless browser.
 * `options`: open (paths), extensions (folders under development), suite (a module with `run`), settings, locale,
 * viewport, trust, userData, extensionsFolder, env, and onText for what the suite prints.
 * Resolves, once the workbench is on screen, to { page, url, ended, screenshot, close }; `ended` resolves to
 * { code, reason } when the suite is through (code 0 or 1) or the editor ended without being asked (70).
 */
export async function openWorkbench(options) {
  const folder = mkdtempSync(join(tmpdir(), "dockerize-coach-vscode-"));
  const reaper = startReaper(folder);
  const log = recorder();
  const closers = [];
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  const onEnd = (reason) => end({ code: 70, reason: `${reason}\n${log.tail()}` });

  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await Promise.resolve(closer()).catch(() => {});
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    reaper.done();
  };

  try {
    let page;
    const control = await openControl(() => page);
    closers.push(control.close);
    const suite = options.suite && wrapSuite(options.suite, folder, options.onText);
    if (suite) closers.push(suite.close);

    const userData = options.userData ?? join(folder, "user-data");
    const extensionsFolder = options.extensionsFolder ?? join(folder, "extensions");
    writeSettings(userData, options.settings);
    mkdirSync(extensionsFolder, { recursive: true });
    const env = { TMPDIR: folder, ...options.env, VSCODE_HEADLESS_CONTROL: control.url };
    const host = { folder, userData, extensionsFolder, trust: options.trust, env, log: log.write, onEnd, reaper };
    const server = await startServer(host);
    closers.push(server.stop);

    const browser = await openBrowser({ ...pick(options), folder, log: log.write, onEnd });
    closers.push(browser.close);
    ({ page } = browser);
    await page.exposeFunction("codeAutomationLog", (kind, words) =>
      log.write("workbench", `${kind} ${format(...words)}`),
    );
    await page.exposeFunction("codeAutomationExit", (code) => end({ code: Number(code) }));
    const url = addressOf(server.port, options, suite?.suite);
    await page.goto(url, { waitUntil: "domcontentloaded" });
    await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 90_000 });
    return { page, url, ended, screenshot: (name) => screenshot(page, name), close };
  } catch (error) {
    await close();
    throw new Error(`VS Code did not come up: ${error.message}\n${log.tail()}`);
  }
}

function pick({ locale, viewport }) {
  return { ...(locale && { locale }), ...(viewport && { viewport }) };
}

/** The workbench's address, with the folder or file to open and the extensions under development in it. */
function addressOf(port, { open = [], extensions = [] }, suite) {
  const remote = (path) => `vscode-remote://localhost:${port}${encodeURI(path).replace(/[#?]/g, encodeURIComponent)}`;
  const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const workspace = open.find((path) => path.endsWith(".code-workspace"));
  const folder = open.find(isFolder);
  const file = open.find((path) => path !== folder && path !== workspace);
  const payload = [
    ...extensions.map((path) => ["extensionDevelopmentPath", remote(path)]),
    ...(suite ? [["extensionTestsPath", remote(suite)]] : []),
    ...(file ? [["openFile", remote(file)]] : []),
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  const query = new URLSearchParams(
    workspace ? { workspace } : folder ? { folder } : { ew: "true" }, // ew: an empty window
  );
  query.set("payload", JSON.stringify(payload));
  return `http://localhost:${port}/?${query.toString().replaceAll("+", "%20")}`;
}

/** Keeps the last lines of all that VS Code says, for the moment when something goes wrong. */
function recorder() {
  const lines = [];
  const verbose = process.env.VSCODE_HEADLESS_VERBOSE === "1";
  const write = (source, text) => {
    for (const line of text.trimEnd().split("\n")) {
      lines.push(`[${source}] ${line}`);
      if (verbose) process.stderr.write(`[${source}] ${line}\n`);
    }
    lines.splice(0, lines.length - 30);
  };
  return { write, tail: () => lines.join("\n") };
}
