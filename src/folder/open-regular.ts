import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";

/**
 * Opens a regular file for as long as `use` reads it, and nothing else: no link is followed at the path's end, no pipe is
 * waited for, and no device wakes up, whatever has taken the file's place in between. Undefined for anything but a regular
 * file; throws what the file system says.
 */
export async function openRegular<T>(
  file: string,
  use: (handle: FileHandle, stats: Stats) => Promise<T>,
): Promise<T | undefined> {
  if (!(await lstat(file)).isFile()) return undefined;
  // Windows has neither of the two, and no pipes or devices in folders.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    return stats.isFile() ? await use(handle, stats) : undefined;
  } finally {
    await handle.close();
  }
}
