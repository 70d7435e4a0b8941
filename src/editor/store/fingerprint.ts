import { createHash } from "node:crypto";
import type { Submission } from "../../core/submission";
import { isRelevantPath } from "./relevant-path";

/**
 * A short text that is the same as long as the submission is: so a change that is taken back makes the last results
 * fresh again. `otherChanges` counts the changes to files of which the submission holds the name only.
 */
export function fingerprint(submission: Submission, otherChanges: number): string {
  const hash = createHash("sha256");
  for (const path of [...submission.paths].filter(isRelevantPath).sort()) hash.update(`${path}\0`);
  for (const path of [...submission.files.keys()].sort()) {
    const file = submission.files.get(path);
    hash.update(`${path}\0${file?.encoding}\0${file?.text}\0`);
  }
  return hash.update(String(otherChanges)).digest("hex");
}
