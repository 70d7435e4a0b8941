import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../cache-folder.mjs";
import { hasProgram, rootOnDebian } from "../debian.mjs";
import { BROWSERS, installHost, isInstalled } from "./install.mjs";

const headless = fileURLToPath(new URL("vscode-headless.mjs", import.meta.url));

const INSTALL = `The editor's tests and \`npm start\` need Visual Studio Code.
  Install it from https://code.visualstudio.com/ or run this again with the network, which downloads it.`;

/**
 * A real VS Code: { kind, executable }. kind "desktop": the machine's own, or the one that test-electron downloads;
 * kind "browser": VS Code's server with its workbench in a headless browser, where there is no desktop. Both take
 * the command line that test-electron gives. Throws an Error that tells a person what to install.
 */
export async function ensureVsCode() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return { kind: "desktop", executable: named };
  if (hasDesktop()) {
    const executable = installedDesktop() ?? (await downloadedDesktop());
    if (executable) return { kind: "desktop", executable };
  }
  if (!isInstalled()) {
    const canInstall =
      process.platform === "linux" && (BROWSERS.some((name) => hasProgram(name)) || (await rootOnDebian()));
    if (!canInstall) throw new Error(INSTALL);
    await installHost();
  }
  return { kind: "browser", executable: headless };
}

function hasDesktop() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function installedDesktop() {
  const places = {
    darwin: ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      ["Code", "Electron"].map((name) => join(folder, "Visual Studio Code.app/Contents/MacOS", name)),
    ),
    win32: [process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, "Programs"), process.env.ProgramFiles]
      .filter(Boolean)
      .map((folder) => join(folder, "Microsoft VS Code", "Code.exe")),
    linux: ["/usr/share/code/code", "/usr/lib/code/code", "/opt/visual-studio-code/code"],
  };
  return places[process.platform]?.find((file) => existsSync(file));
}

async function downloadedDesktop() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
  const options = { cachePath: join(cacheFolder(), "vscode-desktop"), reporter: new SilentReporter(), timeout: 30_000 };
  return downloadAndUnzipVSCode({ version: "stable", ...options }).catch(() => undefined);
}
