import { named } from "../named";
import type { NeededFile, RepositoryFacts } from "../push-facts";
import type { PushItem } from "./item";

/** Files that the grading needs, and that git leaves out or has under another spelling. */
export const neededFiles: PushItem = {
  id: "needed-files",
  title: "Git takes every file that the checks need",
  judge(facts) {
    const respelled = facts.needed.flatMap((file) => otherSpelling(file, facts));
    const [wrong] = respelled;
    if (wrong) return spelledOtherwise(wrong.file, wrong.inGit);
    const ignored = facts.needed.filter((file) => isLeftOut(file, facts) && file.path !== ".env");
    const [first] = ignored;
    if (first?.ignoredBy) return leftOut(first, first.ignoredBy, ignored);
    return { status: "ok", observed: `None of them is ignored: ${named(facts.needed.map(({ path }) => path))}.` };
  },
};

/** A file that git keeps already is never ignored, whatever `.gitignore` says. */
export function isLeftOut({ path, ignoredBy }: NeededFile, { tracked }: RepositoryFacts): boolean {
  return ignoredBy !== undefined && !tracked.has(path);
}

function otherSpelling(file: NeededFile, { tracked, untracked }: RepositoryFacts) {
  if (tracked.has(file.path) || untracked.includes(file.path)) return [];
  const inGit = [...tracked.keys()].find((path) => path.toLowerCase() === file.path.toLowerCase());
  return inGit === undefined ? [] : [{ file, inGit }];
}

function spelledOtherwise({ path, by }: NeededFile, inGit: string): ReturnType<PushItem["judge"]> {
  return {
    status: "problem",
    observed: `Git has the file as ${inGit}. It is needed as ${path}, by ${by}.`,
    why: "Your system takes both for the same file. Linux, where the checks run on GitHub, does not.",
    next: `Run git mv "${inGit}" "${path}", or write the name there as git has it.`,
  };
}

function leftOut(
  { path, by }: NeededFile,
  { file, line, pattern }: NonNullable<NeededFile["ignoredBy"]>,
  all: readonly NeededFile[],
): ReturnType<PushItem["judge"]> {
  const rest = all.length > 1 ? ` So it is with ${named(all.slice(1).map((each) => each.path))}.` : "";
  return {
    status: "problem",
    observed: `Git ignores ${path}, which is needed by ${by}.${rest}`,
    why: "What git ignores is not pushed, so the file would be missing on GitHub.",
    next: `The line ${line} of ${file}, ${pattern}, does it. Delete that line, or write !${path} below it.`,
    actions: file === ".gitignore" ? ["gitignore"] : [],
  };
}
