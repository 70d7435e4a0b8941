import type { FaultText } from "../core/container-engine";

export type FolderFaultKind = "missing" | "wrong-kind" | "no-permission" | "no-space" | "too-large" | "other";

/** A folder or file that cannot be read or written as asked; the text says so in plain words. */
export class FolderFault extends Error {
  override readonly name = "FolderFault";
  constructor(
    readonly kind: FolderFaultKind,
    readonly text: FaultText,
    options?: ErrorOptions,
  ) {
    super(`${text.observed} ${text.next}`, options);
  }
}

/** What the file system reported about one path, as a FolderFault. `doing` completes “The coach cannot …”. */
export function folderFault(error: unknown, doing: string): FolderFault {
  const code = errorCode(error);
  const kind = KINDS[code] ?? "other";
  const detail = error instanceof Error ? error.message : String(error);
  const { reason, next } = WORDS[kind];
  const observed = `The coach cannot ${doing}: ${reason ?? detail}.`;
  return new FolderFault(kind, { observed, why: "It has to see your files as they are.", next }, { cause: error });
}

/** The file system's code of an error, for instance `ENOENT`, or an empty text. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

const KINDS: Readonly<Record<string, FolderFaultKind>> = {
  ENOENT: "missing",
  ENOTDIR: "wrong-kind",
  EISDIR: "wrong-kind",
  EEXIST: "wrong-kind",
  EACCES: "no-permission",
  EPERM: "no-permission",
  EROFS: "no-permission",
  ENOSPC: "no-space",
  EDQUOT: "no-space",
};

const WORDS: Readonly<Record<FolderFaultKind, { readonly reason?: string; readonly next: string }>> = {
  missing: { reason: "it does not exist", next: "Check the spelling, and the folder that you are in." },
  "wrong-kind": { reason: "a file is where a folder should be", next: "Name a folder, or move the file away." },
  "no-permission": {
    reason: "this user has no permission for it",
    next: "Choose a folder of your own, or give yourself the rights to it.",
  },
  "no-space": { reason: "there is no space left on the disk", next: "Free some space on the disk, then try again." },
  "too-large": { reason: "it is too large", next: "Take out what is not part of the challenge, then try again." },
  other: { next: "Try again, or choose another folder." },
};
