import type { RepositoryFacts } from "../../core/push-check/push-facts";
import type { GitRequest } from "../git";
import { askGit, parts } from "./ask-git";

type BranchFacts = Pick<RepositoryFacts, "branch" | "upstream" | "remotes" | "changed">;

/** The branch, where it goes, and what has changed since its last commit. https://git-scm.com/docs/git-status#_porcelain_format_version_2 */
export async function branchFacts(request: GitRequest, prefix: string): Promise<BranchFacts> {
  const [status, urls] = await Promise.all([
    askGit(["status", "--porcelain=v2", "-z", "--branch", "--untracked-files=no", "--", "."], request),
    askGit(["config", "-z", "--get-regexp", "^remote\\..*\\.url$"], request),
  ]);
  const lines = parts(status);
  const said = (name: string) =>
    lines
      .find((line) => line.startsWith(`# branch.${name} `))
      ?.split(" ")
      .slice(2);
  const head = said("head")?.join(" ");
  const upstream = said("upstream")?.join(" ");
  // a branch that its remote does not have any more has an upstream, and no difference to it
  const [ahead, behind] = said("ab")?.map((count) => Math.abs(Number(count))) ?? [];
  return {
    ...(head !== undefined && head !== "(detached)" && { branch: head }),
    ...(upstream !== undefined && ahead !== undefined && { upstream: { name: upstream, ahead, behind: behind ?? 0 } }),
    changed: changedPaths(lines).map((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : path)),
    remotes: parts(urls).map((entry) => {
      const [key = "", url = ""] = entry.split("\n");
      return { name: key.replace(/^remote\.(.*)\.url$/, "$1"), url };
    }),
  };
}

/** How many fields stand in front of the path, by the kind of entry. */
const FIELDS: Readonly<Record<string, number>> = { "1": 8, "2": 9, u: 10 };

function changedPaths(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const fields = FIELDS[line.split(" ", 1)[0] ?? ""];
    return fields === undefined || !/^[12u] /.test(line) ? [] : [line.split(" ").slice(fields).join(" ")];
  });
}
