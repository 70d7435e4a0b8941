import { shellTokens } from "../parse/shell-tokens";

/** What only a shell understands: variables, patterns, homes, substitutions. */
const FOR_SHELLS = /[$`*?[\]~{}!]/;

/**
 * The JSON form of a command in shell form, which starts the program without a shell in between. Where the command needs a
 * shell, it is kept and gives its place to the program at the end, so that signals arrive. Undefined for what cannot be
 * turned without a decision: pipes, alternatives, background jobs.
 */
export function execForm(command: string): string | undefined {
  const tokens = shellTokens(command);
  const words = tokens.flatMap((token) => (token.kind === "word" ? [token] : []));
  const operators = tokens.flatMap((token) => (token.kind === "operator" ? [token.text] : []));
  const [first] = words;
  if (!first || /["'\\]/.test(first.text) || operators.some((each) => each !== "&&" && each !== ";")) return undefined;
  const isAssigned = /^\w+=/.test(first.text);
  const hasRedirection = /[<>]/.test(command);
  if (operators.length === 0 && !FOR_SHELLS.test(command) && !isAssigned && !hasRedirection)
    return json(words.map(({ text }) => text));
  return json(["sh", "-c", withExec(command, tokens)]);
}

/** `exec` in front of the last command of a list, unless it is there. */
function withExec(command: string, tokens: ReturnType<typeof shellTokens>): string {
  const last = tokens.findLastIndex(({ kind }) => kind === "operator");
  const start = tokens.slice(last + 1).find((token) => token.kind === "word" && !/^\w+=/.test(token.text));
  if (start?.kind !== "word" || start.text === "exec") return command;
  return `${command.slice(0, start.start)}exec ${command.slice(start.start)}`;
}

function json(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
}
