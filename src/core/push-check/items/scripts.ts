import { named } from "../named";
import type { PushItem } from "./item";

const NOT_EXECUTABLE = "100644";

/** Shell scripts that work here and not on Linux: Windows's line ends, and no permission to be executed. */
export const scripts: PushItem = {
  id: "scripts",
  title: "Scripts run on Linux too",
  judge({ crlfScripts, tracked, keepsFileModes }) {
    if (crlfScripts.length > 0) {
      return {
        status: "problem",
        observed: `${named(crlfScripts)} has the line ends of Windows in git.`,
        why: "Linux reads them as part of the first line, and says that it cannot find the shell.",
        next: "Write *.sh text eol=lf into .gitattributes, run git add --renormalize . and commit.",
      };
    }
    if (keepsFileModes) return undefined;
    const plain = [...tracked].filter(([path, mode]) => path.endsWith(".sh") && mode === NOT_EXECUTABLE);
    const [first] = plain.map(([path]) => path);
    if (first === undefined) return undefined;
    return {
      status: "note",
      observed: `Git has ${first} as a file that may not be executed.`,
      why: "On Windows everything in an image may be. On GitHub's Linux the start would say “permission denied”.",
      next: `If your image starts it, run: git update-index --chmod=+x "${first}"`,
    };
  },
};
