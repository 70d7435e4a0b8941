import { clutterIn } from "../clutter";
import { named } from "../named";
import type { PushItem } from "./item";

/** Whether the last commit has the files that the checks need, as they are now. */
export const committed: PushItem = {
  id: "committed",
  title: "Your work is committed",
  judge({ needed, untracked, changed }) {
    const needs = new Set(needed.map(({ path }) => path));
    const missing = untracked.filter((path) => needs.has(path));
    if (missing.length > 0) {
      return todo(`Not committed yet: ${named(missing)}.`, "Stage these files in Source Control, and commit.");
    }
    if (changed.length > 0) {
      return todo(`Changed since the last commit: ${named(changed)}.`, "Commit these changes in Source Control.");
    }
    const others = untracked.filter((path) => clutterIn(path) === undefined);
    if (others.length === 0) return { status: "ok", observed: "Everything is committed." };
    return {
      status: "note",
      observed: `Git does not have ${named(others)}.`,
      why: "The checks do not need it, as far as can be seen.",
      next: "Commit it if it belongs to your work.",
      actions: ["source-control"],
    };
  },
};

function todo(observed: string, next: string): ReturnType<PushItem["judge"]> {
  return {
    status: "todo",
    observed,
    why: "GitHub grades what was committed and pushed, not what is on your machine.",
    next,
    actions: ["source-control"],
  };
}
