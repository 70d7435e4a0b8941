import { spawn } from "node:child_process";
import { CLI, type CliRun, output } from "../../support/built-cli";

/** A class that is being graded, as a teacher would start it. */
export interface WatchedClass {
  /** what it has said on stderr so far */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** the processes that grade a submission, those that have ended included */
  readonly children: ReadonlySet<number>;
  readonly ended: Promise<CliRun>;
}

const LOOK_EVERY_MS = 200;

/** Starts `dockerize-coach class …`, and notes the processes that it starts. */
export function startClass(args: readonly string[], env: Readonly<Record<string, string>> = {}): WatchedClass {
  const child = spawn(process.execPath, [CLI, "class", ...args], { env: { ...process.env, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const children = new Set<number>();
  const look = async () => {
    const found = await output("pgrep", ["-P", String(child.pid)], {});
    for (const pid of found.stdout.match(/\d+/g) ?? []) children.add(Number(pid));
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(timer);
      resolve({ code, stdout, stderr });
    });
  });
  return { said: () => stderr, kill: (signal) => void child.kill(signal), children, ended };
}

/** The processes that are still there. */
export function living(pids: Iterable<number>): readonly number[] {
  return [...pids].filter((pid) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  });
}
