import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.mjs";
import { rootOnDebian } from "./debian.mjs";
import { ensureImages } from "./images.mjs";
import { run } from "./run.mjs";

const script = fileURLToPath(new URL("engine.sh", import.meta.url));

/** The kinds of engine beside the newest one: containerd's image store, Docker 26 and Docker 20.10. */
export const OTHER_KINDS = ["forky-containerd", "trixie", "bookworm"];

const INSTALL = `The tests and \`npm start\` need a running Docker engine, with Compose and buildx.
  Windows, macOS: install Docker Desktop, https://docs.docker.com/get-docker/, and start it.
  Linux: install Docker Engine, https://docs.docker.com/engine/install/, and start it: sudo systemctl start docker
Then run this again. (On Debian, as root or with sudo, an engine of its own would be brought up here.)`;

/**
 * A running engine with the images that the challenge starts from. The machine's own is used where there is one, else
 * one of ours is brought up: { env, own, version, down }. `env` is the whole environment for programs that are to use
 * it; `own` says that it is ours; `down` ends what this call began, and nothing else.
 * Throws an Error that tells a person what to install.
 */
export async function ensureEngine() {
  const found = await machinesEngine();
  if (!found && (await isForbidden())) throw new Error(forbidden);
  return found ? withImages(found, false) : ensureOwnEngine("forky");
}

/** An engine of ours of one kind; see ensureEngine. */
export async function ensureOwnEngine(kind) {
  const asRoot = await rootOnDebian();
  if (!asRoot) throw new Error(INSTALL);
  mkdirSync(cacheFolder(), { recursive: true }); // ours, before root writes in it
  const engine = async (verb, show = false) => {
    const group = process.getgid() === 0 ? [] : [`ENGINE_GROUP=${process.getgid()}`];
    const words = [...asRoot, "env", ...group, "bash", script, verb, cacheFolder(), kind, String(process.pid)];
    const { ok, stdout, stderr } = await run(words[0], words.slice(1), { show });
    if (!ok) throw new Error(`Docker's engine (${kind}): ${verb} did not work.\n${lastLines(stderr)}`);
    return stdout.trim();
  };
  await engine("install");
  const version = await engine("start");
  const down = () => engine("stop");
  const own = { env: { ...process.env, ...exported(await engine("env")) }, own: true, version, down };
  try {
    return await withImages(own, true);
  } catch (error) {
    await down();
    throw error;
  }
}

/** The engine that `docker` reaches as things are, if Compose and buildx are there to go with it. */
async function machinesEngine() {
  if (process.env.DOCKER_HOST === `unix://${join(cacheFolder(), "engine", "docker.sock")}`) return undefined;
  const version = await run("docker", ["version", "--format", "Docker {{.Server.Version}}"], { limit: 15_000 });
  if (!version.ok) return undefined;
  for (const plugin of ["compose", "buildx"]) {
    if (!(await run("docker", [plugin, "version"], { limit: 15_000 })).ok) return undefined;
  }
  return { env: process.env, own: false, version: version.stdout.trim(), down: async () => {} };
}

const forbidden = `This machine has a Docker engine, but you may not use it.
  Add yourself to its group, log out and in again: sudo usermod -aG docker $USER`;

async function isForbidden() {
  return /permission denied/i.test((await run("docker", ["version"], { limit: 15_000 })).stderr);
}

async function withImages(engine, own) {
  const removeImages = await ensureImages(engine.env, own);
  return {
    ...engine,
    down: async () => {
      await removeImages();
      await engine.down();
    },
  };
}

/** The variables of `export A='x' B='y'`, with the PATH put before ours. */
function exported(line) {
  const variables = Object.fromEntries([...line.matchAll(/(\w+)='([^']*)'/g)].map(([, name, value]) => [name, value]));
  return { ...variables, PATH: `${variables.PATH}:${process.env.PATH}` };
}

export function lastLines(text, count = 15) {
  return text.trim().split("\n").slice(-count).join("\n");
}
