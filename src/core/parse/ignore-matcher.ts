import dockerignore from "@balena/dockerignore";

/** Docker's matching of patterns, in order, negations included. The one place that knows the library. */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  // The library ignores case unless told otherwise; Docker never does, on no system.
  const matcher = dockerignore({ ignorecase: false }).add(patterns.map(forLibrary));
  return (path) => matcher.ignores(path);
}

/**
 * Two things that the library does differently from Docker: it makes regular expressions of patterns without escaping
 * `+(){}|^`, which mean themselves to Docker, and takes a pattern that begins with # for a comment even where white
 * space stood before it. Escaped, such characters are read as meant.
 */
function forLibrary(pattern: string): string {
  const escaped = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|[+(){}|^]/g, (part) =>
    part.length === 1 ? `\\${part}` : part,
  );
  return escaped.replace(/^#/, "\\#");
}
