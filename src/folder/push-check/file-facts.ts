import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { clutterIn } from "../../core/push-check/clutter";
import { findSecrets } from "../../core/push-check/find-secrets";
import type { FoundSecret, RepositoryFacts } from "../../core/push-check/push-facts";
import type { GitRequest } from "../git";
import { readText } from "../read-text";
import { askGit, parts } from "./ask-git";

type FileFacts = Pick<RepositoryFacts, "tracked" | "untracked" | "secrets" | "large" | "crlfScripts">;

const LARGE_BYTES = 50 * 2 ** 20;

/** A challenge has some ten files; what lies beyond is looked at by name only. */
const MAX_LOOKED_AT = 2_000;

/** The files that git keeps or would take, and what is in them. */
export async function fileFacts(request: GitRequest): Promise<FileFacts> {
  const [kept, others, eol] = await Promise.all([
    askGit(["ls-files", "-z", "--stage"], request),
    askGit(["ls-files", "-z", "--others", "--exclude-standard"], request),
    askGit(["ls-files", "-z", "--eol"], request),
  ]);
  const tracked = new Map(parts(kept).map(entry));
  const untracked = parts(others);
  const own = [...tracked.keys(), ...untracked].filter((path) => clutterIn(path) === undefined);
  const looked = await Promise.all(own.slice(0, MAX_LOOKED_AT).map((path) => lookAt(request.folder, path)));
  return {
    tracked,
    untracked,
    secrets: looked.flatMap(({ secrets }) => secrets),
    large: looked.flatMap(({ path, bytes }) => (bytes > LARGE_BYTES ? [{ path, bytes }] : [])),
    crlfScripts: parts(eol).flatMap((line) => /^i\/(?:crlf|mixed)\s.*\t(.*\.sh)$/s.exec(line)?.[1] ?? []),
  };
}

/** `<mode> <object> <stage>`, a tab, and the path. */
function entry(line: string): readonly [path: string, mode: string] {
  return [line.slice(line.indexOf("\t") + 1), line.slice(0, line.indexOf(" "))];
}

interface Looked {
  readonly path: string;
  readonly bytes: number;
  readonly secrets: readonly FoundSecret[];
}

/** A file that is gone, or may not be read, has nothing to show. */
async function lookAt(folder: string, path: string): Promise<Looked> {
  const stats = await lstat(join(folder, path)).catch(() => undefined);
  if (!stats?.isFile()) return { path, bytes: 0, secrets: [] };
  const file = await readText(folder, path).catch(() => undefined);
  return { path, bytes: stats.size, secrets: file ? findSecrets(path, file.text) : [] };
}
