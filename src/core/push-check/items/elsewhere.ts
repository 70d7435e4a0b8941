import { named } from "../named";
import type { PushItem } from "./item";

const OTHER_REPOSITORY = "160000";

/** Files whose content git keeps elsewhere: other repositories in the folder, and Git LFS. */
export const elsewhere: PushItem = {
  id: "elsewhere",
  title: "Every file's content goes along",
  judge({ tracked, needed }) {
    const nested = [...tracked].filter(([, mode]) => mode === OTHER_REPOSITORY).map(([path]) => path);
    if (nested.length > 0) {
      return {
        status: "problem",
        observed: `${named(nested)} is a repository of its own inside yours.`,
        why: "Git then notes only which version it has, and none of its files. On GitHub the folder is empty.",
        next: `If its files are part of your work, delete the hidden folder .git in it, run git rm --cached "${nested[0] ?? ""}", and commit again.`,
      };
    }
    const inLfs = needed.filter((file) => file.inLfs).map(({ path }) => path);
    if (inLfs.length === 0) return undefined;
    return {
      status: "problem",
      observed: `Git LFS keeps the content of ${named(inLfs)} elsewhere.`,
      why: "The workflow on GitHub gets a short note in its place, and the build goes wrong.",
      next: "Take its line out of .gitattributes, run git add --renormalize . and commit.",
    };
  },
};
