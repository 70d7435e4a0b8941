import path from "node:path";
import type { Environment } from "../endpoint/endpoint";
import { findProgram, type FoundProgram, programNames, type ProgramSearch } from "./find-program";

/**
 * Finds the docker command line, also for an editor that was started from the desktop and has a poor PATH.
 * The folders of PATH come first, so that it is the one that the learner's terminal finds. In the PATH that comes with it, docker
 * finds its credential helpers and its plugins' programs.
 */
export function findDockerProgram(search: ProgramSearch): FoundProgram {
  const paths = search.platform === "win32" ? path.win32 : path.posix;
  return findProgram(programNames("docker", search.platform), search, usualFolders(search, paths));
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
