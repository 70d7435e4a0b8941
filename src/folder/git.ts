import { execFile } from "node:child_process";
import { findProgram, programNames } from "../docker/command/find-program";
import { thisMachine } from "../docker/endpoint/this-machine";

const LIMIT_MS = 20_000;
const MAX_BYTES = 16 * 2 ** 20;

/** Only to look: no pager, prompt, lock, hook or watcher of the repository's. */
const LOOK_ONLY = [
  ...["--no-pager", "--no-optional-locks"],
  ...["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit"],
];

/** What would send git to another repository than the folder's; a hook that has started the editor leaves them behind. */
const ELSEWHERE = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"];

export interface GitRequest {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** what git reads from its input */
  readonly input?: string;
}

export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs git in a folder, only to look. A repository's own settings can still name a filter that git runs: only for folders that are
 * trusted. Undefined where there is no git; an answer of more than 16 MiB, or after more than 20 s, has exit code 1; throws the
 * signal's reason.
 */
export function git(
  args: readonly string[],
  { folder, env, signal, input }: GitRequest,
): Promise<GitAnswer | undefined> {
  const { program, env: found } = findProgram(programNames("git", process.platform), thisMachine(env));
  if (program === undefined) return Promise.resolve(undefined);
  const here = Object.fromEntries(Object.entries(found).filter(([name]) => !ELSEWHERE.includes(name)));
  const quiet = { ...here, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  const options = { cwd: folder, env: quiet, signal, timeout: LIMIT_MS, maxBuffer: MAX_BYTES, windowsHide: true };
  return new Promise((resolve, reject) => {
    const child = execFile(program, [...LOOK_ONLY, ...args], options, (error, stdout, stderr) => {
      if (signal.aborted) return reject(signal.reason as Error);
      resolve({ exitCode: error ? Number(error.code ?? 1) || 1 : 0, stdout, stderr });
    });
    // git may end without having read it
    child.stdin?.on("error", () => undefined).end(input);
  });
}
