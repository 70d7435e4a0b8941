import { git, type GitRequest } from "../git";

/** What git prints; an empty text where it has nothing to say, or fails. */
export async function askGit(args: readonly string[], request: GitRequest): Promise<string> {
  const answer = await git(args, request);
  return answer?.exitCode === 0 ? answer.stdout : "";
}

/** A list that git ends with NUL each, so that a name may hold whatever a name can hold. */
export function parts(text: string): readonly string[] {
  return text.split("\0").filter((part) => part !== "");
}
