import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { ParsedSubmission } from "../../core/parse/parse-submission";
import { WORKFLOW_FILES } from "../../core/push-check/items/workflow";
import { neededPaths } from "../../core/push-check/needed-paths";
import type { NeededFile } from "../../core/push-check/push-facts";
import { git, type GitRequest } from "../git";
import { askGit, parts } from "./ask-git";

/** The files that the grading needs, here and on GitHub, with what git makes of each. */
export async function neededFiles(
  request: GitRequest,
  parsed: ParsedSubmission,
  { usesEnvFile }: { readonly usesEnvFile: boolean },
): Promise<readonly NeededFile[]> {
  const there = await Promise.all(WORKFLOW_FILES.map((path) => exists(join(request.folder, path))));
  const named = [
    ...neededPaths(parsed),
    ...WORKFLOW_FILES.filter((_, index) => there[index]).map((path) => ({ path, by: "GitHub" })),
    ...(usesEnvFile ? [{ path: ".env", by: parsed.composeFile?.path ?? "Compose" }] : []),
  ];
  const needed = [...new Map(named.map((each) => [each.path, each])).values()];
  const input = needed.map(({ path }) => `${path}\0`).join("");
  const [ignored, inLfs] = await Promise.all([ignoredBy({ ...request, input }), keptInLfs({ ...request, input })]);
  return needed.map(({ path, by }) => {
    const line = ignored.get(path);
    return { path, by, inLfs: inLfs.has(path), ...(line && { ignoredBy: line }) };
  });
}

/** Fields of four: the file with the pattern, its line, the pattern, the path. https://git-scm.com/docs/git-check-ignore */
async function ignoredBy(request: GitRequest): Promise<ReadonlyMap<string, NonNullable<NeededFile["ignoredBy"]>>> {
  const asked = await git(["check-ignore", "-z", "--stdin", "--verbose", "--no-index"], request);
  const fields = asked?.stdout.split("\0") ?? [];
  const found = new Map<string, NonNullable<NeededFile["ignoredBy"]>>();
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [file = "", line = "", pattern = "", path = ""] = fields.slice(at, at + 4);
    // a pattern with ! lets the file in again
    if (!pattern.startsWith("!")) found.set(path, { file, line: Number(line), pattern });
  }
  return found;
}

/** Fields of three: the path, `filter`, its value. */
async function keptInLfs(request: GitRequest): Promise<ReadonlySet<string>> {
  const fields = parts(await askGit(["check-attr", "-z", "--stdin", "filter"], request));
  return new Set(fields.filter((_, at) => at % 3 === 0 && fields[at + 2] === "lfs"));
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
