import dockerignore from "@balena/dockerignore";
import { patternProblem } from "./ignore-pattern";

/**
 * Docker's matching of patterns, in order, negations included; patterns that Docker would refuse match nothing. The one
 * place that knows the library.
 */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const sound = patterns.filter((pattern) => patternProblem(pattern.replace(/^!/, "")) === undefined);
  // The library ignores case unless told otherwise; Docker never does, on no system.
  const matcher = dockerignore({ ignorecase: false }).add(sound.map(forLibrary));
  return (path) => matcher.ignores(path);
}

/**
 * What the library does differently from Docker, mended by other ways to write the same:
 * - It makes regular expressions of patterns without escaping `+(){}|^`, which mean themselves to Docker.
 * - It takes a pattern that begins with # for a comment, even where white space stood before it.
 * - `**.pyc` matches no more than a file of that very name in it; to Docker it is whatever ends so, like `*.pyc` in any folder.
 */
function forLibrary(pattern: string): string {
  const plain = pattern
    .replace(/^(!?)\*\*(?=[^/*?[\]\\][^*?[\]\\]*$)/, "$1**/*")
    .replace(/\\.|\[(?:\\.|[^\]\\])*\]|[+(){}|^]/g, (part) => (part.length === 1 ? `\\${part}` : part));
  return plain.replace(/^#/, "\\#");
}
