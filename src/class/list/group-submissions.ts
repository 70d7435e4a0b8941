import { FolderFault } from "../../folder/folder-fault";
import type { ClassEntry, Fingerprint } from "../class-report";
import { takeFingerprint } from "./take-fingerprint";

/** Submissions with the very same files: graded once. */
export interface Group {
  readonly members: readonly [ClassEntry, ...ClassEntry[]];
  /** absent where the folder cannot be read: its grading will say why */
  readonly fingerprint?: Fingerprint;
}

/** Brings together what has the same files, in the order of the entries. Throws the signal's reason. */
export async function groupSubmissions(entries: readonly ClassEntry[], signal: AbortSignal): Promise<readonly Group[]> {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    signal.throwIfAborted();
    const fingerprint = await takeFingerprint(entry.folder).catch((error: unknown) => {
      if (error instanceof FolderFault) return undefined;
      throw error;
    });
    const key = fingerprint?.content ?? `folder ${entry.name}`;
    const before = groups.get(key);
    const members: Group["members"] = before ? [...before.members, entry] : [entry];
    groups.set(key, { members, ...(fingerprint && { fingerprint }) });
  }
  return [...groups.values()];
}
