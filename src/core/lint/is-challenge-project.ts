import { COURSE } from "../course";
import type { Project } from "./project";

/**
 * Whether a project's root is the challenge: its challenge.json has the challenge's id, or there is src/app.py beside
 * requirements.txt. The same question as the folder's isChallenge, asked of what has been read already.
 */
export function isChallengeProject({ files, paths }: Project): boolean {
  const has = (path: string): boolean => files.has(path) || paths?.has(path) === true;
  return namesChallenge(files.get("challenge.json")?.text) || (has("src/app.py") && has("requirements.txt"));
}

function namesChallenge(text = "null"): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "id" in value && value.id === COURSE.id;
  } catch {
    return false;
  }
}
