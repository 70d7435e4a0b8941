/** Folders that rebuild themselves, and what a system or an editor leaves lying about. */
const FOLDERS =
  /^(?:\.?venv|__pycache__|node_modules|site-packages|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.nox)$/;
const FILES = /(?:\.py[co]|^\.DS_Store|^Thumbs\.db)$/;

/**
 * The part of a path that nobody hands in, as `.gitignore` names it: `venv/`, `__pycache__/`, `*.py[co]`; undefined for the
 * learner's own work.
 */
export function clutterIn(path: string): string | undefined {
  const names = path.split("/");
  const folder = names.slice(0, -1).find((name) => FOLDERS.test(name));
  if (folder !== undefined) return `${folder}/`;
  const name = names.at(-1) ?? "";
  if (!FILES.test(name)) return undefined;
  return /\.py[co]$/.test(name) ? "*.py[co]" : name;
}
