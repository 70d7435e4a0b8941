import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { existsSync } from "node:fs";
import { BROWSERS } from "./install.mjs";
import { hostPaths } from "./versions.mjs";

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const SMALL = ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

/** A headless browser with one page, its files in `folder`: { page, close }. */
export async function openBrowser({ folder, locale = "en-US", viewport = { width: 1400, height: 900 }, log, onEnd }) {
  const { chromium } = createRequire(import.meta.url)(hostPaths().playwright);
  const browser = await chromium.launch({
    executablePath: browserProgram(),
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...process.env, TMPDIR: folder, XDG_CONFIG_HOME: join(folder, "xdg"), XDG_CACHE_HOME: join(folder, "xdg") },
    args: [...QUIET, ...SMALL],
  });
  let asked = false;
  browser.on("disconnected", () => asked || onEnd("The browser ended early"));
  const context = await browser.newContext({ viewport, locale });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  page.on("crash", () => onEnd("The workbench's page crashed"));
  page.on("pageerror", (error) => log("page", error.stack ?? error.message));
  page.on("console", (message) => log("browser", message.text()));
  const close = async () => {
    asked = true;
    await browser.close();
  };
  return { page, close };
}

function browserProgram() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file));
}
