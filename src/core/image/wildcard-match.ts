/** One place of a pattern: any text, or whether a character may stand there. */
type Piece = "star" | ((character: string) => boolean);

/**
 * Whether a pattern of a COPY takes a path, as Go's filepath.Match: `*` and `?` do not go across a slash, `[a-z]` and
 * `[^a-z]` are classes, a backslash takes the next character as it is. https://pkg.go.dev/path/filepath#Match
 */
export function wildcardMatch(pattern: string, path: string): boolean {
  const pieces = piecesOf(pattern);
  let [at, next] = [0, 0];
  // Only the last star ever has to give way, so this takes no more than the product of both lengths.
  let star: { readonly next: number; at: number } | undefined;
  while (at < path.length) {
    const piece = pieces[next];
    const character = path[at] ?? "";
    if (piece === "star") {
      next += 1;
      star = { next, at };
    } else if (piece?.(character)) {
      next += 1;
      at += 1;
    } else if (star && path[star.at] !== "/") {
      star.at += 1;
      ({ next, at } = star);
    } else return false;
  }
  return pieces.slice(next).every((piece) => piece === "star");
}

function piecesOf(pattern: string): readonly Piece[] {
  const pieces = pattern.matchAll(/\[(\^?)((?:\\[^]|[^\]\\])+)\]|\\([^])|[^]/g);
  return [...pieces].map(([text, not, set, escaped]): Piece => {
    if (set !== undefined) return classOf(set, not === "^");
    if (text === "*") return "star";
    if (text === "?") return (character) => character !== "/";
    return (character) => character === (escaped ?? text);
  });
}

/** `a-z_` of `[a-z_]`. */
function classOf(set: string, isNot: boolean): (character: string) => boolean {
  const ranges = [...set.matchAll(/\\?([^])(?:-\\?([^]))?/g)].map(([, from = "", to = from]) => ({ from, to }));
  return (character) =>
    character !== "/" && ranges.some(({ from, to }) => from <= character && character <= to) !== isNot;
}
