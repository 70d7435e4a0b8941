/** The instruction that a build stopped at. `line` counts from 0. */
export interface FailingLine {
  readonly instruction?: string;
  readonly line?: number;
}

/**
 * Finds the instruction in the engine's closing words: BuildKit prints the piece of the Dockerfile with `>>>` before the
 * lines at fault; a parse error of either builder names the line.
 */
export function failingLine(closing: readonly string[]): FailingLine {
  const marked = closing.flatMap((line) => {
    const [, number, source] = /^\s*(\d+) \| >>> (.*)$/.exec(line) ?? [];
    return number === undefined ? [] : [{ number: Number(number), source: source ?? "" }];
  });
  if (marked[0])
    return {
      line: marked[0].number - 1,
      instruction: marked
        .map(({ source }) => source)
        .join("\n")
        .trim(),
    };
  const [, parse] = /parse error (?:on )?line (\d+)/.exec(closing.join("\n")) ?? [];
  return parse === undefined ? {} : { line: Number(parse) - 1 };
}

/** The engine's message without the words that every failed build begins with, and without BuildKit's names for its own parts. */
export function bareMessage(closing: readonly string[]): string {
  const errors = closing.filter((line) => /^(ERROR|Error)\b/.test(line));
  const message = errors.at(-1) ?? closing.findLast((line) => line.trim() !== "") ?? "";
  return message
    .replace(/^(ERROR: |Error: |Error response from daemon: |failed to build: |failed to solve: )+/, "")
    .replace(/failed to calculate checksum of ref \S+: /, "")
    .trim();
}
