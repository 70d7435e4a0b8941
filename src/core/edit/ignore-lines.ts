import type { Fix, TextEdit } from "../lint/finding";
import type { DockerignoreModel } from "../parse/dockerignore-model";
import { ignoreMatcher } from "../parse/ignore-matcher";
import { MOST_PATTERNS, samplesOf } from "../parse/ignore-samples";
import { parseDockerignore } from "../parse/parse-dockerignore";
import type { SourceFile } from "../submission";
import { lineRange } from "../text";
import { applyEdits } from "./apply-edits";
import { insertLines, linesOf } from "./lines";

/** Something that belongs into no image. */
export interface LeftOut {
  /** as a message names it */
  readonly what: string;
  /** the comment above its lines in a new file */
  readonly heading: string;
  /** patterns that leave it out in any folder */
  readonly lines: readonly string[];
  /** it counts as left out where one of these is */
  readonly probes: readonly string[];
}

/** What the course asks for; the same that the graded check looks at. */
export const REQUIRED: readonly LeftOut[] = [
  {
    what: "Python's cache (__pycache__)",
    heading: "Python writes these folders by itself",
    lines: ["**/__pycache__"],
    probes: ["__pycache__/app.cpython-311.pyc", "src/__pycache__/app.cpython-311.pyc", "app.pyc", "src/app.pyc"],
  },
  {
    what: "virtual environments (venv)",
    heading: "Virtual environments: the image installs its own packages",
    lines: ["**/venv", "**/.venv"],
    probes: ["venv/pyvenv.cfg", ".venv/pyvenv.cfg"],
  },
];

/** What is wise to leave out besides. */
export const RECOMMENDED: readonly LeftOut[] = [
  {
    what: ".env",
    heading: "Passwords and keys must never get into an image",
    lines: ["**/.env"],
    probes: [".env"],
  },
  {
    what: ".git",
    heading: "The project's history",
    lines: [".git"],
    probes: [".git/HEAD"],
  },
  {
    what: "Dockerfile",
    heading: "What describes the image is no part of it",
    lines: ["Dockerfile"],
    probes: ["Dockerfile"],
  },
];

/** Whether an ignore file leaves something out. That it leaves out all of src, by mistake, does not count. */
export function leavesOut(
  dockerignore: Pick<DockerignoreModel, "ignores">,
  { probes }: Pick<LeftOut, "probes">,
): boolean {
  const hasNoSource = dockerignore.ignores("src/app.py");
  return probes.some((path) => dockerignore.ignores(path) && !(hasNoSource && path.startsWith("src/")));
}

/**
 * The fix that makes an ignore file where there is none.
 * @param path where, relative to the project's root
 * @param keep paths of the context that the Dockerfile copies: no line may hide them
 */
export function createIgnoreFile(path: string, keep: readonly string[]): Fix {
  const groups = [...REQUIRED, ...RECOMMENDED].flatMap(({ heading, lines }) => {
    const harmless = harmlessOf(lines, keep);
    return harmless.length > 0 ? [[`# ${heading}`, ...harmless, ""].join("\n")] : [];
  });
  const edit = { file: path, range: lineRange(0), newText: groups.join("\n") };
  return { title: `Create ${path} with the usual lines`, edits: [edit], preferred: true };
}

/**
 * The edit that puts lines into an ignore file so that it leaves more out: at its end, or, where that would undo an
 * exception (`!`) of the author's, above it. Undefined where the lines would not help, or only by hiding what is copied.
 */
export function addIgnoreLines(
  file: SourceFile,
  dockerignore: DockerignoreModel,
  wanted: readonly Pick<LeftOut, "lines" | "probes">[],
  keep: readonly string[],
): TextEdit | undefined {
  const lines = harmlessOf([...new Set(wanted.flatMap((each) => each.lines))], keep);
  if (lines.length === 0 || file.encoding !== "utf-8" || dockerignore.lines.length > MOST_PATTERNS) return undefined;
  const edit = insertLines(file, placeFor(lines, file, dockerignore), lines);
  const after = parseDockerignore({ ...file, text: applyEdits(file.text, [edit]) });
  return wanted.every((each) => leavesOut(after, each)) ? { ...edit, file: file.path } : undefined;
}

/** In front of the first exception that the lines would undo at the end; counted from 0. */
function placeFor(lines: readonly string[], file: SourceFile, dockerignore: DockerignoreModel): number {
  const matches = ignoreMatcher(lines);
  const undone = dockerignore.lines.find(
    ({ negated, pattern }) =>
      negated && samplesOf(pattern).some((path) => !dockerignore.ignores(path) && matches(path)),
  );
  return undone?.range.start.line ?? linesOf(file).length;
}

/** The lines that hide nothing of what is copied. */
export function harmlessOf(lines: readonly string[], keep: readonly string[]): readonly string[] {
  return lines.filter((line) => !keep.some(ignoreMatcher([line])));
}
