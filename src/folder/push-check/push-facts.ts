import { envFileVariables } from "../../core/push-check/env-file-variables";
import type { PushFacts } from "../../core/push-check/push-facts";
import { parseSubmission } from "../../core/parse/parse-submission";
import { git, type GitRequest } from "../git";
import { readSubmission } from "../read-submission";
import { readText } from "../read-text";
import { askGit } from "./ask-git";
import { branchFacts } from "./branch-facts";
import { fileFacts } from "./file-facts";
import { neededFiles } from "./needed-files";
import { oldSecrets } from "./old-secrets";

/** Finds out what git says about a folder. See `lookBeforePush`. */
export async function pushFacts(request: GitRequest): Promise<PushFacts> {
  const inside = await git(["rev-parse", "--is-inside-work-tree", "--show-prefix"], request);
  if (inside === undefined) return { kind: "no-git" };
  if (inside.exitCode !== 0) {
    if (/not a git repository/i.test(inside.stderr)) return { kind: "no-repository" };
    return { kind: "refused", said: firstLine(inside.stderr) };
  }
  const [isInside, prefix = ""] = inside.stdout.split("\n");
  if (isInside !== "true") return { kind: "no-repository" };
  return repositoryFacts(request, prefix);
}

async function repositoryFacts(request: GitRequest, prefix: string): Promise<PushFacts> {
  const { folder } = request;
  const parsed = parseSubmission(await readSubmission(folder));
  const envFile = await readText(folder, ".env");
  const variablesOfEnvFile = envFile && parsed.composeFile ? envFileVariables(parsed.composeFile, envFile.text) : [];
  const [branch, files, modes] = await Promise.all([
    branchFacts(request, prefix),
    fileFacts(request),
    askGit(["config", "--type=bool", "core.fileMode"], request),
  ]);
  const needed = await neededFiles(request, parsed, { usesEnvFile: variablesOfEnvFile.length > 0 });
  const { secrets, ...otherFiles } = files;
  return {
    kind: "repository",
    prefix,
    ...otherFiles,
    ...branch,
    needed,
    variablesOfEnvFile,
    secrets,
    oldSecrets: await oldSecrets(request, prefix, secrets),
    keepsFileModes: modes.trim() !== "false",
  };
}

function firstLine(said: string): string {
  const [line = "it gave no reason"] = said.split("\n").filter((each) => each.trim() !== "");
  return line.replace(/^fatal:\s*/, "").replace(/[^.]$/, "$&.");
}
