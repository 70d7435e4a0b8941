import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyEdits } from "../../src/core/edit/apply-edits";
import type { Fix } from "../../src/core/lint/finding";
import { fixAll } from "../../src/core/lint/fix-all";
import { lintFile } from "../../src/core/lint/lint-file";
import { lintFolder } from "../../src/core/lint/lint-folder";
import { openProject, type Project } from "../../src/core/lint/project";
import { readSubmission } from "../../src/folder/read-submission";

/** One step of the way: what was taken, and whether there was anything. */
export interface Step {
  readonly took: string;
}

/** A journey has an end: more steps than this, and the fixes chase each other. */
const MOST_STEPS = 60;

/**
 * Takes a folder through Fix All and then the fixes that are offered, the first of each finding, one at a time, until
 * none is left. Nothing is typed. Yields after each step, with the files on disk.
 */
export async function* takeFixes(folder: string): AsyncGenerator<Step> {
  const seen = new Set<string>();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const project = openProject(await readSubmission(folder));
    const taken = fixEverything(project, folder) ?? takeOne(project, folder, seen);
    if (!taken) return;
    yield { took: taken };
  }
  throw new Error(`no end after ${MOST_STEPS} fixes: ${[...seen].slice(-6).join("; ")}`);
}

/** Fix All in each file; undefined where that changes nothing. */
function fixEverything(project: Project, folder: string): string | undefined {
  for (const [path, file] of project.files) {
    const { text, made } = fixAll(project, path);
    if (text === file.text) continue;
    writeFileSync(join(folder, path), text);
    return `Fix All in ${path}: ${made.join("; ")}`;
  }
  return undefined;
}

/** The first offered fix that was not taken before. */
function takeOne(project: Project, folder: string, seen: Set<string>): string | undefined {
  const missing = lintFolder(project).map(({ path, finding }) => ({ path, finding }));
  const found = [...project.files.keys()].flatMap((path) =>
    lintFile(project, path).findings.map((finding) => ({ path, finding })),
  );
  for (const { path, finding } of [...missing, ...found]) {
    const [fix] = finding.fixes;
    const key = `${path}: ${finding.rule}: ${fix?.title}`;
    if (!fix || seen.has(key)) continue;
    seen.add(key);
    write(project, folder, path, fix);
    return key;
  }
  return undefined;
}

function write(project: Project, folder: string, path: string, { edits }: Fix): void {
  for (const file of new Set(edits.map((edit) => edit.file ?? path))) {
    const own = edits.filter((edit) => (edit.file ?? path) === file);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), applyEdits(project.files.get(file)?.text ?? "", own));
  }
}
