import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { type TempFolder, tempFolder } from "../../support/temp-folder";

/** Nothing of the machine's own settings decides what a test sees. */
export const GIT_ENV = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

/** A folder with a repository, and git for it, as a learner would call it. */
export interface Repository extends TempFolder {
  git(...args: readonly string[]): string;
  commitAll(): void;
  /** pushes the branch main to a new repository of this machine, which goes with the folder */
  publish(): void;
}

/** A new repository with these files, none of them committed yet. */
export function repository(files: Readonly<Record<string, string | Uint8Array>> = {}): Repository {
  const parent = tempFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`work/${name}`, text])));
  const path = join(parent.path, "work");
  mkdirSync(path, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...args], { cwd: path, env: GIT_ENV, stdio: "pipe", encoding: "utf8" });
  git("init", "-q", "-b", "main");
  return {
    path,
    git,
    commitAll() {
      git("add", ".");
      git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "work");
    },
    publish() {
      const remote = join(parent.path, "remote.git");
      execFileSync("git", ["init", "-q", "--bare", remote], { env: GIT_ENV });
      git("remote", "add", "origin", remote);
      git("push", "-q", "-u", "origin", "main");
    },
    [Symbol.dispose]: () => parent[Symbol.dispose](),
  };
}
