import { COACH_GRADER, COACH_WORKFLOW } from "../../coach-files";
import type { PushItem } from "./item";

/** What *Start the Challenge* lays down for GitHub: the workflow, and the grader that it runs. */
export const WORKFLOW_FILES = [COACH_WORKFLOW, COACH_GRADER] as const;

/** The workflow that grades on GitHub. A clone of the original challenge has one of its own, which stays. */
export const workflow: PushItem = {
  id: "workflow",
  title: "GitHub grades what you push",
  judge({ tracked, untracked, needed, prefix }) {
    if (prefix !== "") {
      return {
        status: "note",
        observed: `The challenge is the folder ${prefix.replace(/\/$/, "")} of a larger repository.`,
        why: "GitHub looks for workflows at a repository's top only, so nothing is graded there.",
        next: "To be graded on GitHub, let the challenge folder be a repository of its own: Begin a Repository makes it one.",
        actions: ["init"],
      };
    }
    const known = new Set([...tracked.keys(), ...untracked, ...needed.map(({ path }) => path)]);
    const missing = WORKFLOW_FILES.filter((file) => !known.has(file));
    if (missing.length === 0) return { status: "ok", observed: "The workflow and the grader are there." };
    const own = [...tracked.keys()].some((path) => /^\.github\/workflows\/grade\.ya?ml$/.test(path));
    return {
      status: own ? "note" : "todo",
      observed: own
        ? "There is the workflow of the original challenge, and not the coach's."
        : `Missing: ${missing.join(" and ")}.`,
      why: own
        ? "It searches your files for words, and so gives points where nothing works, and takes some where all is well."
        : "Without them GitHub keeps your work, and does not grade it.",
      next: "Choose Add the GitHub Workflow. It changes no file that is there.",
      actions: ["add-workflow"],
    };
  },
};
