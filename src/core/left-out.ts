import type { LeftOut, Submission } from "./submission";

/** Why a path of the submission is not looked at, to stand behind its name; undefined where nothing speaks against it. */
export function whyLeftOut({ leftOut }: Submission, path: string): string | undefined {
  const reason = leftOut?.get(path);
  return reason && WORDS[reason];
}

/** The words for a file that a check needs, where it is there and was not read. */
export function notRead(
  submission: Submission,
  path: string,
): { readonly observed: string; readonly next: string } | undefined {
  const why = whyLeftOut(submission, path);
  if (why === undefined) return undefined;
  return { observed: `${path} ${why}, so it is not read.`, next: `Make ${path} a plain text file inside the folder.` };
}

/** Why a path as somebody wrote it leads nowhere: itself, or the first folder on the way there, is left out. */
export function whyUnreachable(submission: Submission, path: string): string | undefined {
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  const ways = names.map((_, index) => names.slice(0, index + 1).join("/"));
  return ways.map((way) => whyLeftOut(submission, way)).find((why) => why !== undefined);
}

const WORDS: Readonly<Record<LeftOut, string>> = {
  "leads-outside": "is a link that does not lead to a file inside the folder",
  "not-a-file": "is no regular file",
  "too-large": "is larger than the coach reads",
};
