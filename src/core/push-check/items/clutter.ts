import { clutterIn } from "../clutter";
import { named } from "../named";
import type { PushItem } from "./item";

/** Virtual environments and caches. */
export const clutter: PushItem = {
  id: "clutter",
  title: "No virtual environment or cache goes along",
  judge({ tracked, untracked }) {
    const kept = patternsOf([...tracked.keys()]);
    const coming = patternsOf(untracked);
    if (kept.length + coming.length === 0) return { status: "ok", observed: "Only your own work is in the list." };
    const patterns = [...new Set([...kept, ...coming])];
    const takeOut = kept.length > 0 ? ` Then run: git rm -r --cached ${places([...tracked.keys()]).join(" ")}` : "";
    return {
      status: "problem",
      observed: `${named(patterns)} ${kept.length > 0 ? "is in the repository" : "would go along"}.`,
      why: "It is large, belongs to this machine alone, and is made anew wherever it is needed.",
      next: `Write into .gitignore, a line each: ${named(patterns)}.${takeOut}`,
      actions: ["gitignore"],
    };
  },
};

function patternsOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => clutterIn(path) ?? []))];
}

/** What git has to let go: folders and files as they are called here, quoted for a shell. */
function places(paths: readonly string[]): readonly string[] {
  const tops = paths.flatMap((path) => {
    const pattern = clutterIn(path);
    if (pattern === undefined) return [];
    const names = path.split("/");
    const end = pattern.endsWith("/") ? names.indexOf(pattern.slice(0, -1)) + 1 : names.length;
    return [names.slice(0, end).join("/")];
  });
  return [...new Set(tops)].slice(0, 5).map((place) => (/^[\w./-]+$/.test(place) ? place : `"${place}"`));
}
