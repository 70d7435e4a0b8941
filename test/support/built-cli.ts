import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
export const CLI = join(ROOT, "dist", "cli.js");

/** Bundles the product, so that a test runs what a person would install. */
export function buildCli(): void {
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.mjs")], { stdio: "pipe" });
}

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliCall {
  readonly cwd?: string;
  /** laid over this process's environment, without colours and without CI unless they are asked for */
  readonly env?: Readonly<Record<string, string>>;
  /** what the program reads from standard input; nothing unless given */
  readonly input?: string;
}

/** Runs the bundled command line as a shell would, and waits for it. */
export function cli(args: readonly string[], call: CliCall = {}): Promise<CliRun> {
  return output(process.execPath, [CLI, ...args], call);
}

/** Runs any program, and waits for it. */
export function output(
  program: string,
  args: readonly string[],
  { cwd = ROOT, env = {}, input = "" }: CliCall,
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _, CI: __, ...inherited } = process.env;
    const child = spawn(program, args, { cwd, env: { ...inherited, ...env }, stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.on("error", () => undefined).end(input);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
