import { COMPOSE_FILE_NAMES } from "../../core/submission";
import type { TaskResult } from "../../core/tasks/task-result";
import { git } from "../git";
import type { TaskContext } from "./task-context";

/** Looks with git whether the work is committed and pushed, and whether something came along that must not. Changes nothing. */
export async function verifySubmit({ folder, env, signal }: TaskContext): Promise<TaskResult> {
  const ask = (...args: readonly string[]) => git(args, { folder, env, signal });
  const inside = await ask("rev-parse", "--is-inside-work-tree");
  if (inside === undefined) {
    return failed(
      "The program git was not found.",
      "Install it from https://git-scm.com, restart VS Code, and look again.",
    );
  }
  if (inside.exitCode !== 0) {
    return failed(
      "This folder is no repository yet.",
      "Open Source Control in VS Code and choose Publish to GitHub: it begins one and uploads it.",
    );
  }
  const tracked = lines(await ask("ls-files"));
  const secret = tracked.find((file) => SECRET.test(file));
  if (secret) {
    return failed(
      `${secret} is in the repository.`,
      `Take it out with git rm --cached "${secret}", name it in .gitignore, and commit. If it held a password that was pushed, change that password.`,
    );
  }
  const compose = COMPOSE_FILE_NAMES.find((name) => tracked.includes(name));
  const missing = ["Dockerfile", ".dockerignore"].filter((name) => !tracked.includes(name));
  const lacking = [...missing, ...(compose === undefined ? ["the Compose file"] : [])];
  if (lacking.length > 0) {
    return failed(
      `Not committed yet: ${lacking.join(", ")}.`,
      "Look at the list in Source Control, stage these files, and commit.",
    );
  }
  const dirty = lines(await ask("status", "--porcelain", "--untracked-files=no"));
  if (dirty.length > 0) {
    return failed(
      `Changed since the last commit: ${dirty.map((line) => line.slice(3)).join(", ")}.`,
      "Commit these changes, push, and look again.",
    );
  }
  const upstream = await ask("rev-parse", "--abbrev-ref", "@{upstream}");
  if (upstream?.exitCode !== 0) {
    return failed(
      "The commits are on this machine only.",
      "Push them: choose Publish Branch in Source Control, or run git push -u origin HEAD.",
    );
  }
  const ahead = lines(await ask("rev-list", "@{upstream}..HEAD")).length;
  if (ahead > 0)
    return failed(
      `Commits that are not pushed yet: ${ahead}.`,
      "Push them with Sync Changes in Source Control, or with git push.",
    );
  return {
    id: "submit",
    status: "verified",
    observed: `Everything is committed, and ${upstream.stdout.trim()} has it.`,
  };
}

/** Files that hold secrets or rebuild themselves. A sample without secrets is meant to be shared. */
const SECRET = /(^|\/)(\.env(?!\.(example|sample|template))(\.[^/]*)?|\.?venv\/.*|[^/]*\.pem|id_rsa)$/;

function lines(result: { readonly stdout: string } | undefined): readonly string[] {
  return (result?.stdout ?? "").split("\n").filter((line) => line.trim() !== "");
}

function failed(observed: string, next: string): TaskResult {
  const why = "GitHub grades what was pushed, not what is on your machine.";
  return { id: "submit", status: "failed", observed, why, next };
}
