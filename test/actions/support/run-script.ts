import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";

/** How the runner starts each shell on Linux; without a name it is bash, which then knows no pipefail. */
const SHELLS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "": ["bash", "-e"],
  bash: ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"],
  sh: ["sh", "-e"],
};

export interface Script {
  readonly text: string;
  readonly shell: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** where the script is written before it runs */
  readonly file: string;
  readonly timeoutMs: number;
}

/** Runs a step's script; `output` is what the step's log shows, both streams in the order in which they came. */
export function runScript({
  text,
  shell,
  cwd,
  env,
  file,
  timeoutMs,
}: Script): Promise<{ code: number | null; output: string }> {
  const [program, ...args] = SHELLS[shell] ?? [];
  if (program === undefined) throw new Error(`no shell “${shell}” here`);
  writeFileSync(file, text);
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, file], { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: timeoutMs });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (piece: string) => (output += piece));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
