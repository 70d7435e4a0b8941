/** Nobody writes more patterns by hand, and to compare them with each other takes time. */
export const MOST_PATTERNS = 500;

/** A name that nobody gives a file: what a `*` stands for in a sample must not match another pattern by chance. */
const ANYTHING = "q7x9z";

/**
 * Paths that a pattern of an ignore file matches, one for each way to read its `**`; none where no sample speaks for the
 * whole pattern, as with sets in square brackets.
 */
export function samplesOf(pattern: string): readonly string[] {
  const path = cleanPattern(pattern);
  if (path === "" || /[[\\]/.test(path)) return [];
  const depths = path.includes("**") ? ["", `${ANYTHING}/${ANYTHING}/`] : [""];
  return depths.map((folders) =>
    path
      .replace(/\*\*\//g, folders)
      .replace(/\*+/g, ANYTHING)
      .replaceAll("?", "q"),
  );
}

/** A pattern without what makes no difference to Docker: a `./` or slash before it, a slash behind it. */
export function cleanPattern(pattern: string): string {
  // A loop, because a regular expression for the end would try from each of many slashes in turn.
  let end = pattern.length;
  while (end > 0 && pattern[end - 1] === "/") end -= 1;
  return pattern.slice(0, end).replace(/^(?:\.?\/)+/, "");
}
