import { join, resolve } from "node:path";
import { COACH_GRADER, COACH_WORKFLOW } from "../core/coach-files";
import { challengeSource } from "./challenge-source";
import { readOwn } from "./read-own";
import { writeNew } from "./write-new";

export interface LaidDown {
  /** the files that were written, relative, with `/` */
  readonly written: readonly string[];
  /** the files that were there already and stayed as they are */
  readonly kept: readonly string[];
}

/**
 * Puts the workflow for GitHub Actions and the grader that it runs into a folder. What is there already stays untouched,
 * other workflows too. Throws a FolderFault where a file may not be written.
 * @param packageFolder the extension's folder, or the command line's package
 */
export async function addWorkflow(targetFolder: string, packageFolder: string): Promise<LaidDown> {
  const { workflow, grader } = challengeSource(packageFolder);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, source] of [
    [COACH_WORKFLOW, workflow],
    [COACH_GRADER, grader],
  ] as const) {
    const isNew = await writeNew(join(resolve(targetFolder), path), await readOwn(source));
    (isNew ? written : kept).push(path);
  }
  return { written, kept };
}
