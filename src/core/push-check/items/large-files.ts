import { megabytes } from "../../megabytes";
import type { PushItem } from "./item";

/** GitHub refuses more for one file. https://docs.github.com/en/repositories/working-with-files/managing-large-files */
const LIMIT_BYTES = 100 * 2 ** 20;

/** Files that GitHub warns about, or refuses. */
export const largeFiles: PushItem = {
  id: "large-files",
  title: "No file is too large for GitHub",
  judge({ large }) {
    const [first] = [...large].sort((a, b) => b.bytes - a.bytes);
    if (!first) return undefined;
    const refused = first.bytes > LIMIT_BYTES;
    return {
      status: refused ? "problem" : "note",
      observed: `${first.path} has ${megabytes(first.bytes)}.`,
      why: refused ? "GitHub refuses files of more than 100 MiB." : "GitHub warns about files of more than 50 MiB.",
      next: "Does the challenge need it? If not, name it in .gitignore, and take it out with git rm --cached.",
      actions: ["gitignore"],
    };
  },
};
