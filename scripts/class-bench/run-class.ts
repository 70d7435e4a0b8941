import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { watchMemory } from "./memory-watch";

export interface ClassRun {
  readonly seconds: number;
  /** the highest memory of the grader's processes, in bytes */
  readonly peak: number;
  readonly code: number | null;
  /** how many submissions were graded by this run itself */
  readonly graded: number;
  /** what was graded once more, alone */
  readonly again: readonly string[];
}

export interface ClassCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** asked while it runs; the program is killed without a word once it says so */
  readonly killWhen?: () => boolean;
}

const KILL_LOOK_MS = 200;

/** Runs the command line as a teacher would, and measures it. */
export async function runClass({ program, args, env, killWhen }: ClassCall): Promise<ClassRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const memory = watchMemory(child.pid ?? 0);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const killing = killWhen && setInterval(() => killWhen() && child.kill("SIGKILL"), KILL_LOOK_MS);
  const code = await ended(child);
  clearInterval(killing);
  memory.stop();
  process.off("exit", endWithUs);
  const lines = said.split("\n").filter((line) => /^\S \d+\/\d+ /.test(line));
  const graded = lines.filter((line) => !/kept from an earlier run|same files as another/.test(line)).length;
  const again = [...said.matchAll(/^(.*) is graded once more/gm)].map(([, name = ""]) => name);
  if (code !== null && ![0, 1, 3].includes(code)) throw new Error(`class ended with ${code}:\n${said}`);
  return { seconds: (performance.now() - started) / 1000, peak: memory.peak(), code, graded, again };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

/** How many results a class has kept so far. */
export function keptResults(output: string): number {
  const folder = join(output, "results");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).length : 0;
}
