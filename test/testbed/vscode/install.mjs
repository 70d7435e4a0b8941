import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasProgram, rootOnDebian } from "../debian.mjs";
import { run } from "../run.mjs";
import { hostPaths, NODE_PACKAGE, STAMP, VERSIONS } from "./versions.mjs";

const standIns = fileURLToPath(new URL("stand-ins", import.meta.url));
const debianPackages = fileURLToPath(new URL("../debian-packages.sh", import.meta.url));

/** VS Code's packages that neither an extension nor a test of one needs; several would have to be compiled first. */
const LEFT_OUT = new Set([
  ...["@devcontainers/cli", "@github/copilot-sdk", "@microsoft/mxc-sdk", "@vscode/copilot-api", "kerberos", "ssh2"],
  ...["@vscode/sandbox-runtime", "@vscode/sqlite3", "@vscode/windows-process-tree", "@vscode/windows-registry"],
  ...["node-addon-api", "@vscode/deviceid", "@vscode/fs-copyfile", "@vscode/native-watchdog", "@vscode/spdlog"],
]);

const LEFT_OUT_EXTENSIONS = ["copilot", "mermaid-markdown-features", "microsoft-authentication"];

export const BROWSERS = ["chromium", "google-chrome", "chromium-headless-shell"];

/** Whether this machine has the browser host, whole. */
export function isInstalled() {
  return readStamp() === STAMP && BROWSERS.some((name) => hasProgram(name));
}

/** A real VS Code, its server and its workbench for a headless browser, in the cache folder. Needs npm, tar and Debian. */
export async function installHost() {
  if (!BROWSERS.some((name) => hasProgram(name))) await installBrowser();
  if (readStamp() !== STAMP) await installPackages();
}

function readStamp() {
  try {
    return readFileSync(hostPaths().stamp, "utf8").trim();
  } catch {
    return undefined;
  }
}

async function installBrowser() {
  const asRoot = await rootOnDebian();
  if (!asRoot) throw new Error("A headless VS Code needs a browser: install chromium.");
  const install = `set -e; . "${debianPackages}"; install_packages "chromium fonts-dejavu-core"`;
  await must([...asRoot, "bash", "-c", install]);
}

/** Put together beside its final place and moved there in one step: what is there is whole, whoever was interrupted. */
async function installPackages() {
  const target = hostPaths();
  const part = hostPaths(`${target.folder}.part-${process.pid}`);
  await rm(part.folder, { recursive: true, force: true });
  await mkdir(part.folder, { recursive: true });
  try {
    await unpack(`code-server@${VERSIONS.codeServer}`, part.codeServer);
    await unpack(`playwright-core@${VERSIONS.playwright}`, part.playwright);
    await unpack(`${NODE_PACKAGE}@${VERSIONS.node}`, dirname(dirname(part.node)), "package/bin/node");
    await installDependencies(part.vscode);
    for (const name of LEFT_OUT_EXTENSIONS) await rm(join(part.vscode, "extensions", name), { recursive: true });
    await writeFile(part.stamp, STAMP);
    await putInPlace(part.folder, target.folder);
  } finally {
    await rm(part.folder, { recursive: true, force: true });
  }
}

async function putInPlace(part, target) {
  const old = `${target}.old-${process.pid}`;
  await rename(target, old).catch(() => {});
  // Another run may have been faster: its install is as good as ours.
  await rename(part, target).catch((error) => {
    if (readStamp() !== STAMP) throw error;
  });
  await rm(old, { recursive: true, force: true });
}

/** The files of an npm package, or some of them, without its dependencies and scripts. */
async function unpack(spec, into, ...only) {
  await mkdir(into, { recursive: true });
  await must(["npm", "pack", "--silent", "--pack-destination", into, spec]);
  const archive = (await readdir(into)).find((name) => name.endsWith(".tgz"));
  await must(["tar", "-xzf", join(into, archive), "-C", into, "--strip-components=1", ...only]);
  await rm(join(into, archive));
}

/** VS Code's own dependencies, at the versions that it was released with, and stand-ins for the compiled ones. */
async function installDependencies(vscode) {
  const manifest = JSON.parse(await readFile(join(vscode, "package.json"), "utf8"));
  const locked = JSON.parse(await readFile(join(vscode, "npm-shrinkwrap.json"), "utf8")).packages;
  const wanted = Object.keys(manifest.dependencies).filter((name) => !LEFT_OUT.has(name));
  manifest.dependencies = Object.fromEntries(wanted.map((name) => [name, locked[`node_modules/${name}`].version]));
  delete manifest.overrides;
  delete manifest.allowScripts;
  await writeFile(join(vscode, "package.json"), JSON.stringify(manifest, null, 2));
  await rm(join(vscode, "npm-shrinkwrap.json"));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await must(["npm", "install", "--prefix", vscode, "--omit=dev", "--ignore-scripts", ...quiet]);
  for (const file of await readdir(standIns)) {
    await cp(join(standIns, file), join(vscode, "node_modules", "@vscode", basename(file, ".cjs"), "index.js"));
  }
}

async function must(words) {
  const { ok, stdout, stderr } = await run(words[0], words.slice(1));
  if (!ok) throw new Error(`${words.slice(0, 4).join(" ")} did not work.\n${(stdout + stderr).slice(-2000)}`);
}
