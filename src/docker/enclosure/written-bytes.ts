import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { askEngine } from "../ask/ask-engine";
import type { EngineContext } from "../engine-context";
import { SESSION_LABEL } from "../session/labels";

const run = promisify(execFile);
/** Milliseconds to add up a folder of very many files. */
const COUNT_LIMIT = 20_000;

/**
 * Bytes that the containers of a run have written: on top of their images, and in their volumes, where those are on this
 * machine and may be read.
 */
export async function writtenByContainers({
  docker,
  session,
  signal,
}: Pick<EngineContext, "docker" | "session" | "signal">): Promise<number> {
  const filters = { label: [`${SESSION_LABEL}=${session.id}`] };
  const ask = () => docker.listContainers({ all: true, size: true, filters });
  const list = await askEngine("add up what the containers have written", signal, ask, COUNT_LIMIT);
  const layers = list.map((container) => (container as { readonly SizeRw?: number }).SizeRw ?? 0);
  const volumes = new Set(
    list.flatMap(({ Mounts }) => Mounts.filter(({ Type }) => Type === "volume").map(({ Source }) => Source)),
  );
  return sum([...layers, ...(await Promise.all([...volumes].map(bytesIn)))]);
}

/**
 * Bytes that the steps of a build have written, given the processes in which they run: each sees its own file system, whose
 * layers are folders of the engine. Those that are older than the build are not its own.
 * @param since milliseconds since 1970
 */
export async function writtenBySteps(processes: readonly number[], since: number): Promise<number> {
  const layers = new Set(processes.flatMap((process) => layersOf(process)));
  const own = await Promise.all([...layers].map(async (layer) => ((await isNewer(layer, since)) ? bytesIn(layer) : 0)));
  return sum(own);
}

/** The folders of which a process's root is made. https://docs.kernel.org/filesystems/overlayfs.html */
function layersOf(process: number): readonly string[] {
  const line = rootMount(process) ?? "";
  const [, lower = ""] = /[, ]lowerdir=([^, ]*)/.exec(line) ?? [];
  const [, upper = ""] = /[, ]upperdir=([^, ]*)/.exec(line) ?? [];
  return [...lower.split(":"), upper].filter((folder) => path.isAbsolute(folder));
}

function rootMount(process: number): string | undefined {
  try {
    const mounts = readFileSync(`/proc/${process}/mountinfo`, "utf8").split("\n");
    return mounts.find((line) => /^\d+ \d+ \S+ \S+ \/ .* - overlay /.test(line));
  } catch {
    // It has ended.
    return undefined;
  }
}

async function isNewer(folder: string, since: number): Promise<boolean> {
  try {
    return (await stat(await realpath(folder))).birthtimeMs >= since;
  } catch {
    return false;
  }
}

/** Disk space of a folder; 0 where it is not here, or takes too long to add up. */
async function bytesIn(folder: string): Promise<number> {
  try {
    const { stdout } = await run("du", ["-skxD", "--", folder], { timeout: COUNT_LIMIT });
    return Number.parseInt(stdout, 10) * 1024;
  } catch {
    return 0;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
