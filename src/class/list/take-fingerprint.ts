import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, readlink, realpath } from "node:fs/promises";
import { join } from "node:path";
import { listPaths } from "../../folder/list-paths";
import { readSubmission } from "../../folder/read-submission";
import type { Fingerprint } from "../class-report";

/** Bytes. A larger file counts by its size and its beginning: a sparse giant must not hold up the class. */
const MOST_OF_A_FILE = 16 * 1024 * 1024;

/**
 * What a submission's files come down to. Pipes and devices are not opened, links not followed; what lies in version control or in
 * a virtual environment does not count. Throws a FolderFault where the folder cannot be read.
 */
export async function takeFingerprint(folder: string): Promise<Fingerprint> {
  const submission = await readSubmission(folder);
  const likeness = createHash("sha256");
  for (const { path, text } of [...submission.files.values()].sort(byPath)) {
    const lines = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
    likeness.update(JSON.stringify([path, lines.filter((line) => line !== "")]));
  }
  return { content: await contentOf(folder), likeness: likeness.digest("hex") };
}

async function contentOf(folder: string): Promise<string> {
  const root = await realpath(folder);
  const content = createHash("sha256");
  for (const path of [...(await listPaths(root)).paths].sort()) {
    content.update(JSON.stringify(path));
    await addFile(content, join(root, path)).catch(() => content.update("unreadable"));
  }
  return content.digest("hex");
}

async function addFile(content: Hash, path: string): Promise<void> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) content.update(JSON.stringify(await readlink(path)));
  if (!stats.isFile()) return;
  content.update(JSON.stringify([stats.size, (stats.mode & constants.S_IXUSR) !== 0]));
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stream = file.createReadStream({ autoClose: false, end: MOST_OF_A_FILE - 1 });
    for await (const chunk of stream) content.update(chunk as Buffer);
  } finally {
    await file.close();
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
