import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";

/**
 * The label of a folder's simple image, which stays as the baseline to compare with. It has none of a session's labels, so no
 * sweep takes it; cleaning up does.
 */
export const BASELINE_LABEL = "dockerize-coach.baseline";

/** Begins the tag of every baseline; the folder's hash follows. */
export const BASELINE_NAME = "dockerize-coach-baseline";

/** What marks the baseline of a folder: its label's value, and its tag. */
export function baselineMarks(folder: string): { readonly labelArgs: readonly string[]; readonly tag: string } {
  const hash = folderHash(folder);
  return { labelArgs: ["--label", `${BASELINE_LABEL}=${hash}`], tag: `${BASELINE_NAME}:${hash}` };
}

function folderHash(folder: string): string {
  return createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 12);
}
