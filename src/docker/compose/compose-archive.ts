import { constants, type Stats } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import path from "node:path";
import { pack, type Pack } from "tar-stream";
import { EngineFault } from "../../core/container-engine";

const MOST_BYTES = 256 * 2 ** 20;
const MOST_ENTRIES = 50_000;

interface Packing {
  readonly tar: Pack;
  readonly source: string;
  bytes: number;
  entries: number;
}

/**
 * Folders as one tar, each under a name of its own: modes, owners and links as they are; sockets, devices and pipes left
 * out. The stream fails with EngineFault where the folders hold more than 256 MB.
 */
export function packFolders(folders: ReadonlyMap<string, string>): Pack {
  const tar = pack();
  const all = async () => {
    for (const [name, source] of folders) await packEntry({ tar, source, bytes: 0, entries: 0 }, source, name);
    tar.finalize();
  };
  all().catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))));
  return tar;
}

async function packEntry(packing: Packing, file: string, name: string): Promise<void> {
  const stats = await lstat(file);
  const header = { ...headerOf(stats), name };
  if (++packing.entries > MOST_ENTRIES) throw tooLarge(packing.source);
  if (stats.isSymbolicLink()) return write(packing, { ...header, type: "symlink", linkname: await readlink(file) });
  if (stats.isFile()) return packFile(packing, file, header);
  if (!stats.isDirectory()) return;
  await write(packing, { ...header, type: "directory" });
  for (const child of await readdir(file)) await packEntry(packing, path.join(file, child), `${name}/${child}`);
}

async function packFile(packing: Packing, file: string, header: { readonly name: string }): Promise<void> {
  // Whatever has taken the file's place since: no link is followed, and no pipe is waited for.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(file, flags);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return;
    packing.bytes += stats.size;
    if (packing.bytes > MOST_BYTES) throw tooLarge(packing.source);
    await write(packing, { ...header, type: "file" }, await handle.readFile());
  } finally {
    await handle.close();
  }
}

function write({ tar }: Packing, header: Parameters<Pack["entry"]>[0], content?: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    if (content) tar.entry(header, content, done);
    else tar.entry(header, done);
  });
}

/** Docker Desktop lets every user of a container write into what it mounts, whoever owns it on the host. */
function headerOf(stats: Stats) {
  const open = process.platform === "linux" ? 0 : stats.isDirectory() || process.platform === "win32" ? 0o777 : 0o666;
  return { mode: (stats.mode & 0o7777) | open, uid: stats.uid, gid: stats.gid, mtime: stats.mtime };
}

function tooLarge(source: string): EngineFault {
  return new EngineFault({
    observed: `The folder ${path.basename(source)}, which your Compose file mounts, holds more than 256 MB or 50,000 files.`,
    why: "The grader mounts a copy, so that nothing in your folder is changed, and copies no more than that.",
    next: "Mount only what the service needs, for instance ./src, then run the checks again.",
  });
}
