import { actionsPage, githubRepository } from "../github-address";
import type { PushItem } from "./item";

/** Whether GitHub Actions run there cannot be seen from here: it is said, with the page where it can. */
export const actions: PushItem = {
  id: "actions",
  title: "GitHub Actions are switched on",
  judge({ remotes, upstream }) {
    if (remotes.length === 0) return undefined;
    const used = upstream?.name.slice(0, upstream.name.indexOf("/")) ?? "origin";
    const remote = remotes.find(({ name }) => name === used) ?? remotes[0];
    const repository = remote && githubRepository(remote.url);
    if (!repository) {
      return {
        status: "note",
        observed: `${remote?.name ?? "The remote"} is not on GitHub.`,
        why: "The workflow is one for GitHub, and runs nowhere else.",
        next: "Your score here in the editor counts all the same.",
      };
    }
    const fork = remotes.some(({ name, url }) => name !== used && githubRepository(url) !== undefined);
    return {
      status: "note",
      observed: `${fork ? "This looks like a fork." : "It may be a fork."} From here it cannot be seen whether Actions are on.`,
      why: "In a fork GitHub leaves them off until you say otherwise. Then a push is not graded.",
      next: "Open the Actions page. If it asks, choose the button that enables workflows, and push once more.",
      link: actionsPage(repository),
    };
  },
};
