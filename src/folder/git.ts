import { execFile } from "node:child_process";

const LIMIT_MS = 20_000;

export interface GitRequest {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * Runs git in a folder, only to look: no hook, pager, prompt or lock of its own. Undefined where there is no git; throws the
 * signal's reason.
 */
export function git(
  args: readonly string[],
  { folder, env, signal }: GitRequest,
): Promise<{ readonly exitCode: number; readonly stdout: string } | undefined> {
  const quiet = { ...env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  const options = { cwd: folder, env: quiet, signal, timeout: LIMIT_MS, maxBuffer: 16 * 2 ** 20, windowsHide: true };
  return new Promise((resolve, reject) => {
    execFile("git", ["--no-pager", "-c", "core.fsmonitor=false", ...args], options, (error, stdout) => {
      if (signal.aborted) return reject(signal.reason as Error);
      if (error?.code === "ENOENT") return resolve(undefined);
      resolve({ exitCode: error ? Number(error.code ?? 1) || 1 : 0, stdout });
    });
  });
}
