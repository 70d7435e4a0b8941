import { githubRepository } from "../github-address";
import type { RepositoryFacts } from "../push-facts";
import type { PushItem } from "./item";

const ORIGINAL = "techlearn-center/dockerize-python-app";

/** Whether a remote has the commits. */
export const pushed: PushItem = {
  id: "pushed",
  title: "Your commits are pushed",
  judge(facts) {
    if (facts.remotes.length === 0) {
      return todo("The commits are on this machine only, and no place to push them to is known.", {
        next: "Choose Publish to GitHub: it makes a repository there, and uploads your work.",
        actions: ["publish"],
      });
    }
    if (pushesToOriginal(facts)) return toOriginal();
    const { upstream } = facts;
    if (!upstream) {
      return todo("The commits are on this machine only.", {
        next: "Choose Publish Branch, or run: git push -u origin HEAD",
        actions: ["publish-branch"],
      });
    }
    if (upstream.behind > 0) {
      return todo(`${upstream.name} has commits that you do not have: ${upstream.behind}.`, {
        next: "Choose Sync: it fetches them first, then pushes yours.",
        actions: ["sync"],
      });
    }
    if (upstream.ahead === 0) return { status: "ok", observed: `${upstream.name} has all your commits.` };
    return todo(`Commits that are not pushed yet: ${upstream.ahead}.`, {
      next: "Choose Sync, or run: git push",
      actions: ["sync"],
    });
  },
};

type Step = Pick<NonNullable<ReturnType<PushItem["judge"]>>, "next" | "actions">;

function todo(observed: string, step: Step): ReturnType<PushItem["judge"]> {
  return { status: "todo", observed, why: "GitHub grades what was pushed, not what is on your machine.", ...step };
}

function pushesToOriginal({ remotes }: RepositoryFacts): boolean {
  return remotes.some(({ name, url }) => {
    const repository = githubRepository(url);
    return name === "origin" && `${repository?.owner}/${repository?.name}`.toLowerCase() === ORIGINAL;
  });
}

function toOriginal(): ReturnType<PushItem["judge"]> {
  return {
    status: "problem",
    observed: "This is a clone of the original challenge itself, and no fork of yours.",
    why: "Only its owners may push there, so GitHub will refuse it.",
    next: "Choose Fork on its GitHub page. Then run: git remote set-url origin and the address of your fork.",
    link: `https://github.com/${ORIGINAL}`,
  };
}
