/** Folders that tools write into while a learner works; a change in them says nothing about the submission. */
const NOT_THE_LEARNERS_WORK = new Set([
  ".git",
  ".idea",
  ".mypy_cache",
  ".pytest_cache",
  ".venv",
  ".vscode",
  "__pycache__",
  "node_modules",
  "venv",
]);

/** Whether a path, relative to the folder and with `/`, can change what grading finds. */
export function isRelevantPath(path: string): boolean {
  return path !== "" && !path.split("/").some((segment) => NOT_THE_LEARNERS_WORK.has(segment));
}
