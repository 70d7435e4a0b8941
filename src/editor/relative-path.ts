import * as path from "node:path";

/** A file's path relative to a folder, with `/`; undefined where the file is not inside it. */
export function relativePath(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === "" || relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
    return undefined;
  }
  return relative.split(path.sep).join("/");
}
