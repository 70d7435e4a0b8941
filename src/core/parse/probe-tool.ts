const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "ash", "dash"]);
/** Words before the program that matters: those that start another one, and those of the shell's own language. */
const BEFORE_PROGRAMS: ReadonlySet<string> = new Set(
  "exec env command timeout nohup time if then elif else while until do ! ( {".split(" "),
);
/** What the shell does itself, and which only prepares what comes behind the next `&&` or `;`. */
const PREPARATIONS: ReadonlySet<string> = new Set(["cd", "set", "export", "unset", "umask", "test", "[", "[[", ":"]);
const OPERATOR = /^[;|&()\n]+$/;

/**
 * The first program of a probe: through `sh -c`, `exec`, `env A=b`, `timeout 5`, assignments and `cd … &&`. Takes a shell's
 * command line or the words of an exec form; null where there is none. A path is cut to its last part.
 */
export function probeTool(command: string | readonly string[]): string | null {
  const words = typeof command === "string" ? split(command) : [...command];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const name = word.split("/").at(-1) ?? "";
    if (BEFORE_PROGRAMS.has(name) || OPERATOR.test(word) || /^\w+=|^-|^\d+[smhd]?$/.test(word)) continue;
    const script = SHELLS.has(name) ? scriptOf(words) : undefined;
    if (script !== undefined) return probeTool(script);
    if (!PREPARATIONS.has(name)) return name === "" ? null : name;
    const next = words.findIndex((other) => OPERATOR.test(other));
    if (next === -1) return name;
    words.splice(0, next);
  }
  return null;
}

function scriptOf(words: readonly string[]): string | undefined {
  const option = words.findIndex((word) => /^-\w*c$/.test(word));
  return option === -1 ? undefined : words[option + 1];
}

/** Words and operators as a shell makes them, as far as finding a program needs it. */
function split(line: string): string[] {
  const words = line.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\;|&()])+|[;|&()\n]+/g) ?? [];
  return words.map((word) => word.replace(/["']/g, ""));
}
