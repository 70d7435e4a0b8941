import path from "node:path";
import type { Environment } from "../endpoint/endpoint";

export interface ProgramSearch {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  /** empty where it is not known */
  readonly homedir: string;
  isExecutable(path: string): boolean;
}

export interface FoundProgram {
  /** absolute path, or undefined where it is not installed */
  readonly program: string | undefined;
  /** the environment with a PATH of absolute folders only, for the programs that this one starts */
  readonly env: Environment;
}

/**
 * Finds a program in the folders of PATH, then in some more. Only absolute folders count: a relative one, and on Windows the current
 * folder, which it searches first, would be the submission's, and a `git` that lies there must never run.
 * @param names the first one that is found in a folder is taken
 */
export function findProgram(
  names: readonly string[],
  search: ProgramSearch,
  more: readonly string[] = [],
): FoundProgram {
  const { env, platform } = search;
  const paths = platform === "win32" ? path.win32 : path.posix;
  // Windows compares the names of variables without case, and usually writes Path.
  const key =
    Object.keys(env).find((name) => (platform === "win32" ? /^path$/i.test(name) : name === "PATH")) ?? "PATH";
  const own = (env[key] ?? "").split(paths.delimiter).filter((folder) => isFullPath(folder, platform));
  const folders = [...new Set([...own, ...more])];
  const candidates = folders.flatMap((folder) => names.map((name) => paths.join(folder, name)));
  return {
    program: candidates.find((file) => search.isExecutable(file)),
    env: { ...env, [key]: folders.join(paths.delimiter) },
  };
}

/** On Windows `\tools` and `C:tools` depend on the current folder as well. */
function isFullPath(folder: string, platform: NodeJS.Platform): boolean {
  return platform === "win32" ? /^(?:[a-z]:[\\/]|[\\/]{2})/i.test(folder) : path.posix.isAbsolute(folder);
}

/** The names under which Windows has a program; .cmd and .bat would need a shell, which mangles arguments. */
export function programNames(name: string, platform: NodeJS.Platform): readonly string[] {
  return platform === "win32" && !/\.(exe|com)$/i.test(name) ? [`${name}.exe`, `${name}.com`] : [name];
}
