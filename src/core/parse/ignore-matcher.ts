import dockerignore from "@balena/dockerignore";

/** Docker's matching of patterns, in order, negations included. The one place that knows the library. */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matcher = dockerignore().add([...patterns]);
  return (path) => matcher.ignores(path);
}
