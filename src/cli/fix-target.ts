import { readFile, writeFile } from "node:fs/promises";
import { fixAll } from "../core/lint/fix-all";
import { withText } from "../core/lint/project";
import { folderFault } from "../folder/folder-fault";
import type { LintTarget } from "./lint-targets";

export interface FixedTarget {
  /** as it is now */
  readonly target: LintTarget;
  /** titles of the fixes made */
  readonly made: readonly string[];
}

/** Makes every fix of a file that needs no decision, and writes the file if that changes it, a byte order mark kept. */
export async function fixTarget(target: LintTarget): Promise<FixedTarget> {
  const { text, made } = fixAll(target.project, target.path, target.kind);
  if (made.length === 0) return { target, made };
  if (target.diskPath !== undefined) await write(target.diskPath, text);
  return { target: { ...target, project: withText(target.project, target.path, text) }, made };
}

async function write(path: string, text: string): Promise<void> {
  try {
    const before = await readFile(path);
    const mark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf ? "\uFEFF" : "";
    await writeFile(path, mark + text);
  } catch (error) {
    throw folderFault(error, `write ${path}`);
  }
}
