import { cleanPattern } from "../parse/ignore-samples";
import { ignoreMatcher } from "../parse/ignore-matcher";
import type { DockerignoreLine, DockerignoreModel } from "../parse/dockerignore-model";
import type { ContextSource } from "./context-sources";

/** What lies in a context without being the app: that it is left out says nothing. */
const NOT_THE_APP =
  /(?:^|\/)(?:\.|(?:__pycache__|venv|env|node_modules)(?:\/|$))|\.py[cod]$|dockerfile|compose[^/]*\.ya?ml$|\.md$|license|^challenge\.json$/i;

/**
 * The line of an ignore file that keeps a COPY from all that it names: the last one that matches it. Undefined where the
 * source, or some of what lies in it, can be copied. https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @param paths what lies in the context; folders end with `/`
 */
export function lineThatHides(
  dockerignore: DockerignoreModel,
  source: Pick<ContextSource, "path" | "isPattern">,
  paths: ReadonlySet<string>,
): DockerignoreLine | undefined {
  const named = namedBy(source, paths);
  const files = source.path === "" ? filesIn("", paths) : named.flatMap((each) => filesIn(`${each}/`, paths));
  const isOpen = (path: string): boolean => !dockerignore.ignores(path);
  if (files.some(isOpen)) return undefined;
  const hidden = named.length > 0 && !named.some(isOpen) ? named : files;
  const at = hidden[0] === undefined ? -1 : lastMatch(dockerignore, hidden[0]);
  const line = dockerignore.lines[at];
  const later = dockerignore.lines.slice(at + 1);
  return !line || line.negated || keepsSomethingIn(named, later) ? undefined : line;
}

/** The paths that a source names, without slashes behind them; none for the whole context. */
function namedBy({ path, isPattern }: Pick<ContextSource, "path" | "isPattern">, paths: ReadonlySet<string>) {
  if (path === "") return [];
  if (!isPattern) return [path];
  // unlike a line of an ignore file, a source is never about what lies deeper than it has slashes
  const depth = path.split("/").length;
  const all = [...paths].map((each) => each.replace(/\/$/, "")).filter((each) => each.split("/").length === depth);
  return all.filter(ignoreMatcher([path]));
}

function filesIn(folder: string, paths: ReadonlySet<string>): readonly string[] {
  return [...paths].filter((path) => path.startsWith(folder) && !path.endsWith("/") && !NOT_THE_APP.test(path));
}

/** Whether an exception is about something inside: what lies there need not be there yet. */
function keepsSomethingIn(named: readonly string[], lines: readonly DockerignoreLine[]): boolean {
  const exceptions = lines.flatMap(({ negated, pattern }) => (negated ? [cleanPattern(pattern)] : []));
  return named.some((path) => exceptions.some((pattern) => pattern.startsWith(`${path}/`)));
}

/** The place of the last line that matches a path or a folder above it. */
function lastMatch({ lines }: DockerignoreModel, path: string): number {
  return lines.findLastIndex(({ pattern }) => ignoreMatcher([pattern])(path));
}
