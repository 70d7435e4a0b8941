const SHELLS = new Set(["sh", "bash", "ash", "dash"]);
/** Programs that start another one, which is the one that matters. */
const WRAPPERS = new Set(["exec", "env", "command", "timeout", "nohup", "time"]);

/**
 * The first program of a probe: through `sh -c`, `exec`, `env A=b`, `timeout 5` and assignments. Takes a command line or the
 * words of an exec form; null where there is none. A path is cut to its name.
 */
export function probeTool(command: string | readonly string[]): string | null {
  const words = typeof command === "string" ? split(command) : [...command];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const name = word.split("/").at(-1) ?? "";
    if (/^\w+=/.test(word) || WRAPPERS.has(name) || /^-/.test(word) || /^\d+[smh]?$/.test(word)) continue;
    if (/^[[({!]+$/.test(word)) continue;
    const script = SHELLS.has(name) ? scriptOf(words) : undefined;
    if (script !== undefined) return probeTool(script);
    return name === "" ? null : name;
  }
  return null;
}

function scriptOf(words: readonly string[]): string | undefined {
  const option = words.findIndex((word) => /^-\w*c$/.test(word));
  return option === -1 ? undefined : words[option + 1];
}

/** Words as a shell makes them, as far as finding a program needs it: white space outside quotes separates. */
function split(line: string): string[] {
  const words = line.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\;|&()])+|[;|&()]+/g) ?? [];
  return words.map((word) => word.replace(/["']/g, ""));
}
