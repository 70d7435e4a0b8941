import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What `docker <words>` prints, as a learner would run it; rejects with its error text where it fails. */
export async function docker(...words: readonly string[]): Promise<string> {
  const { stdout } = await run("docker", words, { maxBuffer: 2 ** 26 });
  return stdout.trim();
}

const LISTS = {
  containers: ["ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Names}} {{.Image}} {{.State}}"],
  images: ["images", "--no-trunc", "--format", "{{.ID}} {{.Repository}}:{{.Tag}}"],
  networks: ["network", "ls", "--no-trunc", "--format", "{{.ID}} {{.Name}}"],
  volumes: ["volume", "ls", "--format", "{{.Name}}"],
} as const;

export type EngineThings = Readonly<Record<keyof typeof LISTS, readonly string[]>>;

/** The engine's containers, images, networks and volumes, one line each; with a filter, only those that fit. */
export async function engineThings(filter?: string): Promise<EngineThings> {
  const found: Partial<Record<keyof typeof LISTS, readonly string[]>> = {};
  for (const [kind, words] of Object.entries(LISTS)) {
    const output = await docker(...words, ...(filter === undefined ? [] : ["--filter", filter]));
    found[kind as keyof typeof LISTS] = output === "" ? [] : output.split("\n").sort();
  }
  return found as EngineThings;
}

/** What grading runs of one process have made and not removed; other processes may be grading at the same time. */
export function thingsOfProcess(pid: number | undefined): Promise<EngineThings> {
  return engineThings(`label=dockerize-coach.pid=${pid}`);
}

export const NOTHING: EngineThings = { containers: [], images: [], networks: [], volumes: [] };
