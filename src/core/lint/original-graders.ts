import { isChallengeProject } from "./is-challenge-project";
import type { Project } from "./project";

/** Where the original challenge keeps the grader that runs in GitHub Actions. */
const WORKFLOW = ".github/workflows/grade.yml";

/**
 * Whether a folder holds the original challenge's graders: run.py beside a challenge.json, with the challenge's id in it or
 * the workflow next to it. Our own starter has no run.py. https://github.com/techlearn-center/dockerize-python-app
 */
export function hasOriginalGraders(project: Project): boolean {
  const has = (path: string): boolean => project.files.has(path) || project.paths?.has(path) === true;
  return has("run.py") && has("challenge.json") && (has(WORKFLOW) || isChallengeProject(project));
}

/** Whether the workflow takes one of a Dockerfile's lines for a user other than root: by four letters, each at its place. */
export function workflowSeesUser(text: string): boolean {
  return /USER[^\S\n]+[^r\n][^o\n][^o\n][^t\n]/.test(text);
}

/** Both graders look for the program that creates a user, in comments too. */
export function gradersSeeCreation(text: string): boolean {
  return /useradd|adduser/.test(text);
}

/** How both read a slim base: by the word after FROM. */
export function namesSlim(word: string): boolean {
  return /slim|alpine/.test(word);
}
