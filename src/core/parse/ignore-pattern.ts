const ESCAPED_OR_PLAIN = String.raw`(?:\\.|[^\]\\-])`;
const RANGES = new RegExp(String.raw`^\[\^?(?:(${ESCAPED_OR_PLAIN})(?:-(${ESCAPED_OR_PLAIN}))?)+\]`, "su");
const ONE_RANGE = new RegExp(String.raw`(${ESCAPED_OR_PLAIN})-(${ESCAPED_OR_PLAIN})`, "gsu");

/** What Docker would refuse in a pattern, and with it the whole build; undefined where it takes it. https://pkg.go.dev/path/filepath#Match */
export function patternProblem(pattern: string): string | undefined {
  if (pattern === "") return "An exclamation mark needs the pattern of what to keep behind it.";
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern.charAt(at) === "\\") {
      at += 1;
      if (at === pattern.length) return "A backslash (\\) cannot end a pattern; paths have the other slash (/).";
    } else if (pattern.charAt(at) === "[") {
      const set = RANGES.exec(pattern.slice(at))?.[0];
      if (set === undefined) return "A set in square brackets is not complete here: [abc] or [a-z].";
      if (runsBackwards(set)) return `The set ${set} runs backwards: [a-z].`;
      at += set.length - 1;
    }
  }
  return undefined;
}

function runsBackwards(set: string): boolean {
  const ends = (text: string) => text.codePointAt(text.startsWith("\\") ? 1 : 0) ?? 0;
  return [...set.matchAll(ONE_RANGE)].some(([, low = "", high = ""]) => ends(low) > ends(high));
}
