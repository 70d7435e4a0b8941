import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { cli } from "../../support/built-cli";
import { type TempFolder, tempFolder } from "../../support/temp-folder";

const ROOT = join(__dirname, "..", "..", "..");

/** A folder in which the challenge was started, perhaps solved too, and all of which was committed, as `git add .` does. */
export async function pushed(solved: "starter" | "solution"): Promise<TempFolder> {
  const folder = tempFolder();
  const { code, stderr } = await cli(["start", folder.path]);
  if (code !== 0) throw new Error(stderr);
  if (solved === "solution") cpSync(join(ROOT, "challenge", "solution"), folder.path, { recursive: true });
  commitAll(folder.path);
  return folder;
}

/** Commits all that git does not ignore, or all that there is, by an author of this commit alone. */
export function commitAll(folder: string, what: "not ignored" | "all" = "not ignored"): void {
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { stdio: "pipe" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", ...(what === "all" ? ["--force"] : []), ".");
  git("-c", "user.name=Learner", "-c", "user.email=learner@example.com", "commit", "--quiet", "-m", "Hand in");
}

/** What a hosted runner's machine has set, with the engine of this one. */
export function machine(): Record<string, string> {
  const names = ["PATH", "HOME", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
