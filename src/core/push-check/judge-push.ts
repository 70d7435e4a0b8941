import type { TaskResult } from "../tasks/task-result";
import { actions } from "./items/actions";
import { branch } from "./items/branch";
import { clutter } from "./items/clutter";
import { committed } from "./items/committed";
import { elsewhere } from "./items/elsewhere";
import { envFile } from "./items/env-file";
import type { PushItem } from "./items/item";
import { largeFiles } from "./items/large-files";
import { neededFiles } from "./items/needed-files";
import { pushed } from "./items/pushed";
import { scripts } from "./items/scripts";
import { secrets } from "./items/secrets";
import { workflow } from "./items/workflow";
import type { PushFacts } from "./push-facts";
import type { PushResult } from "./push-report";

/** In the order in which a learner settles them: first what must not go along, then what is missing, then the way out. */
const ITEMS: readonly PushItem[] = [
  secrets,
  clutter,
  neededFiles,
  envFile,
  largeFiles,
  elsewhere,
  scripts,
  workflow,
  branch,
  committed,
  pushed,
  actions,
];

/** What there is to say before a push, item by item. */
export function judgePush(facts: PushFacts): readonly PushResult[] {
  const wrong = noRepository(facts);
  if (wrong) return [{ id: "repository", title: "The folder is a repository", ...wrong }];
  if (facts.kind !== "repository") return [];
  return ITEMS.flatMap((item) => {
    const verdict = item.judge(facts);
    return verdict ? [{ id: item.id, title: item.title, ...verdict }] : [];
  });
}

/** The course's task: verified once nothing is to be mended, and nothing to be done any more. */
export function submitResult(items: readonly PushResult[]): TaskResult {
  const open = items.find(({ status }) => status === "problem") ?? items.find(({ status }) => status === "todo");
  if (open) {
    const { observed, why, next } = open;
    return { id: "submit", status: "failed", observed, ...(why && { why }), ...(next && { next }) };
  }
  const pushedWhere = items.find(({ id }) => id === "pushed")?.observed ?? "";
  return { id: "submit", status: "verified", observed: `Everything is committed. ${pushedWhere}`.trim() };
}

function noRepository(facts: PushFacts): Omit<PushResult, "id" | "title"> | undefined {
  switch (facts.kind) {
    case "no-git":
      return {
        status: "problem",
        observed: "The program git was not found.",
        why: "Git keeps the versions of your work, and sends them to GitHub.",
        next: "Install it from https://git-scm.com, restart VS Code, and look again.",
        link: "https://git-scm.com/downloads",
      };
    case "refused":
      return {
        status: "problem",
        observed: `Git does not look into this folder: ${facts.said}`,
        why: "So nobody can say what would be pushed.",
        next: "Run git status in a terminal here: git says what it wants. Then look again.",
      };
    case "no-repository":
      return {
        status: "todo",
        observed: "This folder is no repository yet.",
        why: "GitHub takes repositories. Yours begins with your files as they are now.",
        next: "Choose Begin a Repository, and commit in Source Control. Then publish it.",
        actions: ["init", "source-control"],
      };
    case "repository":
      return undefined;
  }
}
