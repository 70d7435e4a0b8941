import { clutterIn } from "../../core/push-check/clutter";
import { findSecrets } from "../../core/push-check/find-secrets";
import type { FoundSecret } from "../../core/push-check/push-facts";
import type { GitRequest } from "../git";
import { askGit } from "./ask-git";

const MAX_COMMITS = "200";

/**
 * Secrets in the commits that a push would send, and that the files do not hold any more. Git's own words are read, no program for
 * showing files is run. Commits with more than 16 MiB of changes are not looked through.
 */
export async function oldSecrets(
  request: GitRequest,
  prefix: string,
  known: readonly FoundSecret[],
): Promise<readonly FoundSecret[]> {
  const show = ["--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--unified=0", "--patch", "--format="];
  const unpushed = ["HEAD", "--not", "--remotes", "--", "."];
  const log = await askGit(
    [
      "-c",
      "core.quotePath=false",
      "log",
      `--max-count=${MAX_COMMITS}`,
      "--src-prefix=a/",
      "--dst-prefix=b/",
      ...show,
      ...unpushed,
    ],
    request,
  );
  const now = new Set(known.map(({ path, what }) => `${path} ${what}`));
  const added = addedLines(log, prefix).filter(({ path }) => clutterIn(path) === undefined);
  const found = added.flatMap(({ path, text }) => findSecrets(path, text));
  const old = found.filter(({ path, what }) => !now.has(`${path} ${what}`));
  return [...new Map(old.map(({ path, what }) => [`${path} ${what}`, { path, what }])).values()];
}

/** The lines that came in, file by file. */
function addedLines(log: string, prefix: string): readonly { readonly path: string; readonly text: string }[] {
  const added: { path: string; text: string }[] = [];
  for (const line of log.split("\n")) {
    const name = /^\+\+\+ b\/(.*?)\t?$/.exec(line)?.[1];
    if (name !== undefined) added.push({ path: name.slice(prefix.length), text: "" });
    const last = added.at(-1);
    if (last && line.startsWith("+") && !line.startsWith("+++ ")) last.text += `${line.slice(1)}\n`;
  }
  return added;
}
