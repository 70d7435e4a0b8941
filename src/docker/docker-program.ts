import path from "node:path";
import type { Environment } from "./endpoint";

export interface ProgramSearch {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  /** empty where it is not known */
  readonly homedir: string;
  isExecutable(path: string): boolean;
}

export interface DockerProgram {
  /** absolute path of the docker command line, or undefined where it is not installed */
  readonly program: string | undefined;
  /** the environment with a PATH in which docker finds its credential helpers and plugins' programs */
  readonly env: Environment;
}

/**
 * Finds the docker command line, also for an editor that was started from the desktop and has a poor PATH.
 * The folders of PATH come first, so that it is the one that the learner's terminal finds.
 */
export function findDockerProgram(search: ProgramSearch): DockerProgram {
  const { env, platform } = search;
  const paths = platform === "win32" ? path.win32 : path.posix;
  // Windows compares the names of variables without case, and usually writes Path.
  const key =
    Object.keys(env).find((name) => (platform === "win32" ? /^path$/i.test(name) : name === "PATH")) ?? "PATH";
  const own = (env[key] ?? "").split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
  const folders = [...new Set([...own, ...usualFolders(search, paths)])];
  // .cmd and .bat would need a shell, which mangles arguments.
  const names = platform === "win32" ? ["docker.exe", "docker.com"] : ["docker"];
  const candidates = folders.flatMap((folder) => names.map((name) => paths.join(folder, name)));
  const program = candidates.find((file) => search.isExecutable(file));
  return { program, env: { ...env, [key]: folders.join(paths.delimiter) } };
}

function usualFolders(search: ProgramSearch, paths: path.PlatformPath): readonly string[] {
  const home = (name: string) => (search.homedir === "" ? [] : [paths.join(search.homedir, name)]);
  switch (search.platform) {
    case "win32":
      return windowsFolders(search.env, paths);
    case "darwin":
      return [
        "/usr/local/bin",
        "/opt/homebrew/bin",
        ...home(".docker/bin"),
        ...home(".rd/bin"),
        ...home(".orbstack/bin"),
        "/Applications/Docker.app/Contents/Resources/bin",
        "/usr/bin",
        "/bin",
      ];
    default:
      return [
        "/usr/local/bin",
        "/usr/bin",
        "/bin",
        "/snap/bin",
        ...home("bin"),
        ...home(".rd/bin"),
        ...home(".docker/bin"),
      ];
  }
}

function windowsFolders(env: Environment, paths: path.PlatformPath): readonly string[] {
  const variable = (name: string) =>
    Object.entries(env).find(([key, value]) => key.toLowerCase() === name && value)?.[1];
  const programs = variable("programfiles") ?? "C:\\Program Files";
  const local = variable("localappdata");
  return [
    paths.join(programs, "Docker", "Docker", "resources", "bin"),
    paths.join(programs, "Rancher Desktop", "resources", "resources", "win32", "bin"),
    ...(local ? [paths.join(local, "Programs", "DockerDesktop", "resources", "bin")] : []),
    ...(local ? [paths.join(local, "Programs", "Rancher Desktop", "resources", "resources", "win32", "bin")] : []),
  ];
}
