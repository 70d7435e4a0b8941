import { applyEdits } from "../edit/apply-edits";
import type { FileKind } from "../file-kind";
import { RULES } from "../rules/registry";
import { lintFile } from "./lint-file";
import { withText, type Project } from "./project";
import type { Rule } from "./rule";

/** More fixes than this in one file, and they may be chasing each other. */
const MOST_FIXES = 200;

export interface FixedFile {
  readonly text: string;
  /** titles of the fixes made, in order */
  readonly made: readonly string[];
}

/**
 * A file with every fix made that needs no decision and changes nothing but this file: the first in the file's order,
 * then, in the text that has become of it, the next, until there is none. So no fix is made on a text that another one
 * has changed under it. Applied a second time it changes nothing.
 * @param kind where it is known better than by the file's name
 * @param rules those whose fixes to make: all of them, unless somebody has switched some off
 */
export function fixAll(project: Project, path: string, kind?: FileKind, rules: readonly Rule[] = RULES): FixedFile {
  let current = project;
  let text = project.files.get(path)?.text ?? "";
  const seen = new Set([text]);
  const made: string[] = [];
  while (made.length < MOST_FIXES) {
    const next = nextFix(current, path, seen, { kind, rules });
    if (!next) break;
    text = next.text;
    seen.add(text);
    made.push(next.title);
    current = withText(current, path, text);
  }
  return { text, made };
}

/** The first fix that leads to a text which was not there before. */
function nextFix(
  project: Project,
  path: string,
  seen: ReadonlySet<string>,
  options: { readonly kind: FileKind | undefined; readonly rules: readonly Rule[] },
) {
  const text = project.files.get(path)?.text ?? "";
  for (const { fixes } of lintFile(project, path, options).findings) {
    const fix = fixes.find(({ preferred, edits }) => preferred && edits.every(({ file = path }) => file === path));
    const fixed = fix && applyEdits(text, fix.edits);
    if (fixed !== undefined && !seen.has(fixed)) return { title: fix?.title ?? "", text: fixed };
  }
  return undefined;
}
