import { fileURLToPath } from "node:url";
import { cacheFolder } from "./cache-folder.mjs";
import { rootOnDebian } from "./debian.mjs";
import { run } from "./run.mjs";

const script = fileURLToPath(new URL("base-images.sh", import.meta.url));
const IMAGES = ["hello-world", "python:3.11-slim", "python:3.11", "redis:7-alpine"];

/**
 * The images that the challenge starts from: pulled where the registry answers, else stand-ins for them, in `ours` or
 * in the machine's own engine. Resolves to a function that takes the stand-ins out of the machine's own engine again.
 */
export async function ensureImages(env, ours) {
  const missing = [];
  for (const image of IMAGES) if (!(await has(image, env))) missing.push(image);
  if (missing.length === 0 || (await pull(missing, env))) return async () => {};
  const imported = await importStandIns(env);
  return async () => {
    if (!ours && imported.length > 0) await run("docker", ["image", "rm", ...imported], { env });
  };
}

async function has(image, env) {
  return (await run("docker", ["image", "inspect", image], { env })).ok;
}

/** Asks for the smallest first, with a short limit: where no registry can be reached, some networks never answer. */
async function pull(images, env) {
  const smallest = await run("docker", ["pull", "--quiet", "hello-world"], { env, limit: 20_000 });
  if (!smallest.ok) return false;
  for (const image of images) {
    if (!(await run("docker", ["pull", "--quiet", image], { env, limit: 600_000 })).ok) return false;
  }
  return true;
}

async function importStandIns(env) {
  const asRoot = await rootOnDebian();
  if (!asRoot) throw new Error(`No image registry could be reached. These images are needed: ${IMAGES.join(", ")}`);
  const docker = ["DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "PATH"].filter((name) => env[name]);
  const words = [...asRoot, "env", ...docker.map((name) => `${name}=${env[name]}`), "bash", script, cacheFolder()];
  const { ok, stdout, stderr } = await run(words[0], words.slice(1), { env });
  if (!ok) throw new Error(`The stand-ins for the base images could not be made.\n${stderr.slice(-2000)}`);
  return stdout.split("\n").filter(Boolean);
}
