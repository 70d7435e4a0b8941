import { applyEdits } from "../edit/apply-edits";
import { hidesMore } from "../image/hides-more";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerignoreSubject } from "../lint/subjects";
import type { DockerignoreLine } from "../parse/dockerignore-model";
import { ignoreMatcher } from "../parse/ignore-matcher";
import { cleanPattern, MOST_PATTERNS } from "../parse/ignore-samples";

/** Nobody looks at more than this with each key that is pressed; what lies near the top comes first. */
const MOST_PATHS = 2_000;
/** What is meant at the top only, or does no harm below. */
const FINE_AT_THE_TOP =
  /^(?:\*+|\.git.*|\.docker.*|.*dockerfile.*|.*compose.*|\*\.md|readme.*|license.*|changelog.*)$/i;
/** What no app needs, wherever it lies. */
const NEVER_WANTED =
  /^(?:__pycache__|\*\.py(?:c|o|d|\[\w+\])|\*\$py\.class|\.?venv|\.env|\.(?:pytest|mypy|ruff)_cache|\.coverage|htmlcov|\.tox|\.nox|\*\.egg-info|\.DS_Store|\.idea|\.vscode|\*\.sw[po]|\*\.log|node_modules|\*\.pem|\*\.key)$/;

/**
 * A pattern without a slash counts at the top of the context only, unlike in .gitignore, and something of that name lies
 * deeper and is let in. Silent about what is usually meant at the top, and what an exception lets in on purpose.
 * https://docs.docker.com/build/concepts/context/#matching
 */
export const dockerignoreRootOnly = defineRule({
  id: "dockerignore-root-only",
  title: "The pattern counts in the top folder only",
  severity: "information",
  fix: "preferred",
  check: "dockerignore",
  messages: {
    nested: {
      observed: "{pattern} counts in the top folder only, so {path} still gets into the build.",
      why: "Unlike .gitignore, Docker reads each pattern from the top folder on.",
      next: "Write **/ before the pattern if it is meant for every folder.",
    },
  },

  dockerignore(subject) {
    const { dockerignore } = subject;
    if (dockerignore.lines.length > MOST_PATTERNS) return [];
    const exceptions = ignoreMatcher(dockerignore.lines.flatMap(({ negated, pattern }) => (negated ? pattern : [])));
    const letIn = nestedPaths(subject).filter((path) => !dockerignore.ignores(path) && !exceptions(path));
    if (letIn.length === 0) return [];
    return dockerignore.lines.flatMap((line) => {
      const name = line.negated ? undefined : bareName(line.pattern);
      const path = name === undefined ? undefined : letIn.find(ignoreMatcher([`*/**/${name}`]));
      if (name === undefined || path === undefined) return [];
      const values = { pattern: line.pattern, path };
      return [{ message: "nested" as const, values, range: line.range, fixes: fixesOf(line, name, subject) }];
    });
  },
});

/** The name or wildcard that a pattern consists of; undefined where it has folders, or says by a slash that the top is meant. */
function bareName(pattern: string): string | undefined {
  const name = cleanPattern(pattern);
  return name === "" || /^\.?\//.test(pattern) || /\/|^\*\*|\s#|^#/.test(name) || FINE_AT_THE_TOP.test(name)
    ? undefined
    : name;
}

/** Folders without the slash behind them. A cache is listed without what is in it, which is known all the same. */
function nestedPaths({ paths = new Set<string>() }: DockerignoreSubject): readonly string[] {
  const nested = [...paths].filter((path) => /\/./.test(path)).slice(0, MOST_PATHS);
  return nested.flatMap((path) =>
    path.endsWith("/__pycache__/") ? [path.slice(0, -1), `${path}app.cpython-311.pyc`] : path.replace(/\/$/, ""),
  );
}

function fixesOf({ range }: DockerignoreLine, name: string, subject: DockerignoreSubject): readonly Fix[] {
  const edits = [{ range: { start: range.start, end: range.start }, newText: "**/" }];
  if (hidesMore(subject, applyEdits(subject.file.text, edits))) return [];
  return [{ title: `Write **/${name}`, edits, ...(NEVER_WANTED.test(name) && { preferred: true as const }) }];
}
