import { execForm } from "../edit/exec-form";
import { linesOf, replace } from "../edit/lines";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { Instruction, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import type { SourceFile } from "../submission";

/**
 * CMD or ENTRYPOINT in shell form, where no SHELL of the stage or its local parents says that a shell is wanted; and what
 * looks like JSON but has single quotes. `CMD exec …` is fine, and HEALTHCHECK may be either. https://docs.docker.com/reference/dockerfile/#shell-and-exec-form
 */
export const shellFormCmd = defineRule({
  id: "shell-form-cmd",
  title: "The start command runs inside a shell",
  severity: "warning",
  fix: "preferred",
  equivalents: {
    hadolint: ["DL3025"],
    buildkit: ["JSONArgsRecommended"],
    dockerfileUtils: ["JSON_IN_SINGLE_QUOTES"],
  },
  saidBy: ["hadolint", "buildkit"],
  messages: {
    shell: {
      observed: "This {keyword} is a line of shell, so a shell starts your app.",
      why: "When the container is stopped, the shell gets the signal and may not pass it on.",
      next: "Write the program and its arguments as a list in square brackets, each in double quotes.",
    },
    quotes: {
      observed: "This list has single quotes, so Docker does not take it for one.",
      why: "It runs the whole line, brackets included, in a shell, which finds no such program.",
      next: "Use double quotes.",
    },
  },

  dockerfile({ file, dockerfile }) {
    return dockerfile.stages.flatMap((stage) =>
      stage.instructions.flatMap((each) => (isStart(each) && !hasShell(stage) ? found(each, stage, file) : [])),
    );
  },
});

function isStart({ keyword, exec, argument, heredocs }: Instruction): boolean {
  return (keyword === "CMD" || keyword === "ENTRYPOINT") && !exec && argument !== "" && heredocs.length === 0;
}

function hasShell(stage: Stage): boolean {
  return stageChain(stage).some(({ instructions }) => instructions.some(({ keyword }) => keyword === "SHELL"));
}

function found(instruction: Instruction, stage: Stage, file: SourceFile): readonly Found<"shell" | "quotes">[] {
  const { keyword, argument, argumentRange: range } = instruction;
  const list = asList(argument);
  if (list !== undefined) return [{ message: "quotes", range, fixes: fixOf(list, instruction, file) }];
  // A broken list is the parser's business; and with exec the shell gives its place to the app, as it should.
  if (argument.startsWith("[") || /^exec\s/.test(argument)) return [];
  // Together, ENTRYPOINT and CMD mean something else when one of them changes its form.
  const isAlone = !stageChain(stage).some(({ instructions }) =>
    instructions.some((other) => isOther(other.keyword, keyword)),
  );
  const better = isAlone ? execForm(argument) : undefined;
  return [{ message: "shell", values: { keyword }, range, fixes: better ? fixOf(better, instruction, file) : [] }];
}

function isOther(one: string, keyword: string): boolean {
  return one !== keyword && (one === "CMD" || one === "ENTRYPOINT");
}

/** `['python', 'app.py']` with the quotes that JSON wants, if that makes a list of it. */
function asList(argument: string): string | undefined {
  if (!/^\[.*'.*\]$/s.test(argument)) return undefined;
  const better = argument.replace(/'/g, '"');
  try {
    const value: unknown = JSON.parse(better);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? better : undefined;
  } catch {
    return undefined;
  }
}

/** None where a comment stands between continued lines: it would be lost. */
function fixOf(text: string, { argumentRange: range }: Instruction, file: SourceFile): readonly Fix[] {
  const inside = linesOf(file).slice(range.start.line + 1, range.end.line + 1);
  if (inside.some((line) => /^\s*#/.test(line))) return [];
  return [{ title: `Write ${text}`, edits: [replace(range, text)], preferred: true }];
}
