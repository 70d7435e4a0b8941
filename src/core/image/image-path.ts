import path from "path-browserify";
import type { CopiedFiles } from "./copied-files";
import { wildcardMatch } from "./wildcard-match";

/** ADD unpacks them, so that their name does not come to the image. */
const ARCHIVE = /\.(tar|tar\.(gz|bz2|xz|zst)|tgz|tbz2?|txz)$/;

/**
 * Where a path of the build context lands in the image by a copy; undefined where the copy does not take it. What a folder
 * holds is copied, not the folder itself.
 * @param contextPath relative to the context, with `/`, none behind
 */
export function imagePath(copy: CopiedFiles, contextPath: string, isFolder: boolean): string | undefined {
  const { from, destination, instruction, sources } = copy;
  if (from !== undefined || destination === undefined) return undefined;
  if (instruction.keyword === "ADD" && ARCHIVE.test(contextPath)) return undefined;
  const keepsParents = instruction.flags.some(({ name, value }) => name === "parents" && value !== "false");
  for (const { text } of sources) {
    if (/\$|:\/\//.test(text)) continue;
    const inside = pathInside(text, contextPath, isFolder);
    if (inside === undefined) continue;
    // `--parents` keeps the whole path, or what stands behind `/./`, which nobody writes here.
    if (keepsParents) return text.includes("/./") ? undefined : path.join(destination, contextPath);
    if (inside === "") return destination.replace(/(.)\/$/, "$1");
    // A pattern is meant for several files, and those need a folder.
    const isNamed = normalized(text) === contextPath && sources.length === 1 && !destination.endsWith("/");
    return isNamed ? destination : path.join(destination, inside);
  }
  return undefined;
}

/** The context's path below what a source takes: a file's own name, a path in a folder, `""` for the folder itself. */
function pathInside(source: string, contextPath: string, isFolder: boolean): string | undefined {
  const plain = normalized(source);
  if (plain === "") return contextPath;
  const parts = contextPath.split("/");
  const depth = plain.split("/").length;
  if (parts.length < depth) return undefined;
  const head = parts.slice(0, depth).join("/");
  if (head !== plain && !wildcardMatch(plain, head)) return undefined;
  if (parts.length > depth) return parts.slice(depth).join("/");
  return isFolder ? "" : path.basename(head);
}

/** As BuildKit reads a source: from the context's root, whatever leads out of it left out. */
function normalized(source: string): string {
  return path.normalize(`/${source}`).slice(1).replace(/\/$/, "");
}
