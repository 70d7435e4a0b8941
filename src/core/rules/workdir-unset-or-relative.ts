import { chooseWorkdir } from "../edit/app-workdir";
import { replace } from "../edit/lines";
import { worksInRoot } from "../image/works-in-root";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import type { TextRange } from "../text";

/**
 * In what is shipped: a first WORKDIR that is relative, or COPY and ADD to a relative path without any WORKDIR, on an image
 * that works in `/`. Paths with variables, Windows paths, and images that may have a folder of their own are none of this.
 * https://docs.docker.com/reference/dockerfile/#workdir
 */
export const workdirUnsetOrRelative = defineRule({
  id: "workdir-unset-or-relative",
  title: "Files land in a folder that nobody chose",
  severity: "warning",
  fix: "preferred",
  equivalents: { hadolint: ["DL3000", "DL3045"], buildkit: ["WorkdirRelativePath"] },
  saidBy: ["hadolint", "buildkit"],
  messages: {
    relative: {
      observed: "Where {folder} lies depends on the folder that the base image works in.",
      why: "With another base image, or another version of it, the app may end up somewhere else.",
      next: "Write the whole path, from / on.",
    },
    unset: {
      observed: "This copies to {folder}, but no WORKDIR says where that is.",
      why: "The files end up in /, among the folders of the system.",
      next: "Choose a folder for the app with WORKDIR.",
    },
  },

  dockerfile(subject) {
    const first = firstIn(subject.final);
    if (!first) return [];
    const { instruction, stage } = first;
    return instruction.keyword === "WORKDIR" ? relative(subject, stage, instruction) : unset(subject, stage);
  },
});

/** The first WORKDIR of a stage's chain, or the first COPY to a relative path if that comes before it. */
function firstIn(final: Stage): { readonly instruction: Instruction; readonly stage: Stage } | undefined {
  for (const stage of stageChain(final).toReversed()) {
    for (const instruction of stage.instructions)
      if (instruction.keyword === "WORKDIR" || relativeTarget(instruction)) return { instruction, stage };
  }
  return undefined;
}

function relative(
  { dockerfile }: DockerfileSubject,
  stage: Stage,
  instruction: Instruction,
): readonly Found<"relative">[] {
  const folder = instruction.argument.replace(/^(["'])(.*)\1$/, "$2");
  if (!isRelative(folder)) return [];
  const range = instruction.argumentRange;
  const plain = folder.replace(/^(?:\.\/)+/, "");
  const isPlain = /^[\w-][\w./-]*$/.test(plain) && !plain.includes("..") && dockerfile.problems.length === 0;
  const fix: Fix = { title: `Write /${plain}`, edits: [replace(range, `/${plain}`)], preferred: true };
  const fixes = isPlain && worksInRoot(stage) ? [fix] : [];
  return [{ message: "relative", values: { folder }, range, fixes }];
}

function unset(subject: DockerfileSubject, stage: Stage): readonly Found<"unset">[] {
  if (!worksInRoot(stage)) return [];
  const until = stage.instructions.findIndex(({ keyword }) => keyword === "WORKDIR");
  const before = until === -1 ? stage.instructions : stage.instructions.slice(0, until);
  const [target] = before.flatMap((each) => relativeTarget(each) ?? []);
  if (!target) return [];
  const fix = until === -1 ? chooseWorkdir(subject, stage) : undefined;
  return [{ message: "unset", values: { folder: target.text }, range: target.range, fixes: fix ? [fix] : [] }];
}

/** Where COPY or ADD puts things, if that is a relative path. */
function relativeTarget({ keyword, words, exec }: Instruction): Instruction["words"][number] | undefined {
  const last = words.at(-1);
  if (!last || !/^(?:COPY|ADD)$/.test(keyword)) return undefined;
  const text = exec?.at(-1) ?? last.text.replace(/^(["'])(.*)\1$/, "$2");
  return isRelative(text) ? { text, range: exec ? withoutBracket(last) : last.range } : undefined;
}

/** The last word of the JSON form ends with its bracket. */
function withoutBracket({ text, range }: Instruction["words"][number]): TextRange {
  const { start, end } = range;
  return text.endsWith("]") ? { start, end: { line: end.line, character: end.character - 1 } } : range;
}

/** Neither absolute, on Windows neither, nor known in the build only. */
function isRelative(path: string): boolean {
  return path !== "" && !/^["']?(?:[/\\]|[A-Za-z]:|~)|\$/.test(path);
}
