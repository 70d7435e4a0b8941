import path from "path-browserify";

/**
 * The path relative to the folder, with `/`, `.` for the folder itself; undefined where it lies outside. Both are absolute,
 * of any system. Names only are compared: who opens the file must follow its links.
 */
export function pathInFolder(folder: string, absolute: string): string | undefined {
  const windows = /^([a-z]:[\\/]|\\\\)/i.test(folder);
  const relative = path.relative(plainPath(folder, windows), plainPath(absolute, windows));
  if (!isAbsolutePath(absolute) || leavesFolder(relative)) return undefined;
  return relative === "" ? "." : relative;
}

/** Whether a path as somebody wrote it leads out of the folder that it is relative to. */
export function leavesFolder(written: string): boolean {
  const normal = path.normalize(written.replaceAll("\\", "/"));
  return normal === ".." || normal.startsWith("../") || isAbsolutePath(normal) || normal.startsWith("~");
}

export function isAbsolutePath(written: string): boolean {
  return /^([\\/]|[a-z]:[\\/])/i.test(written);
}

/** Windows knows two separators and compares drive letters without case; elsewhere a backslash is part of a name. */
function plainPath(text: string, windows: boolean): string {
  if (!windows) return path.normalize(text);
  const slashes = text.replaceAll("\\", "/").replace(/^[a-z]:/i, (drive) => drive.toLowerCase());
  return path.normalize(`/${slashes}`);
}
