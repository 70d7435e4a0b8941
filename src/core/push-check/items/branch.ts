import type { PushItem } from "./item";

/** A commit that is checked out without a branch. */
export const branch: PushItem = {
  id: "branch",
  title: "You are on a branch",
  judge({ branch: name }) {
    if (name !== undefined) return undefined;
    return {
      status: "problem",
      observed: "No branch is checked out, only a single commit: a “detached HEAD”.",
      why: "A push sends branches. New commits here belong to none, and are easily lost.",
      next: "Run: git switch -c my-work. Your files stay as they are.",
    };
  },
};
