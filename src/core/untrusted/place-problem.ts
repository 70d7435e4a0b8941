import { leavesFolder } from "../compose/path-in-folder";
import { whyUnreachable } from "../left-out";
import type { Submission } from "../submission";

/**
 * What speaks against a path that a Compose file names, to stand behind “which”; undefined for one that is written out,
 * relative, and stays inside the folder whatever links are on the way. Addresses are told by their colon: Compose takes git, OCI and
 * web addresses, images and the names of other sources in many a place where a path may stand.
 */
export function placeProblem(written: string, submission: Submission): string | undefined {
  const path = written.trim().replaceAll("\\", "/");
  if (path.includes("$")) return "depends on a variable";
  if (leavesFolder(path)) return "is outside the folder";
  // Behind a link, `..` leads to another place than the text says.
  if (path.split("/").includes("..")) return "goes up with `..`, perhaps out of the folder";
  if (/:|^git@|^github\.com\/|[\0-\x1f\x7f]/i.test(path)) return "is no plain path inside the folder";
  return whyUnreachable(submission, path);
}
