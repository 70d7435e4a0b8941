import { rm } from "node:fs/promises";
import path from "node:path";
import { isCoachFile } from "../core/coach-files";
import { parseDockerignore } from "../core/parse/parse-dockerignore";
import { ignoreFileOf, type Submission } from "../core/submission";
import type { Trust } from "../core/trust";
import { makeRunFolder } from "../docker/session/run-folder";
import { copyContext } from "./copy-context";
import { folderFault } from "./folder-fault";
import { readSubmission } from "./read-submission";
import { stageSubmission } from "./stage-submission";

/** What a run builds, mounts and resolves from. */
export interface WorkFolder {
  /** absolute path */
  readonly folder: string;
  readonly submission: Submission;
  /** Removes what was made for the run; never throws. */
  dispose(): Promise<void>;
}

export interface WorkRequest {
  readonly folder: string;
  /** an editor's texts by relative path, laid over the disk for what the files alone decide */
  readonly unsaved?: ReadonlyMap<string, string>;
  /** `trusted` unless given */
  readonly trust?: Trust;
  readonly signal: AbortSignal;
}

/**
 * The folder that a run works on: the learner's own, as their own `docker build` does; a copy where it holds files of the
 * coach that would get into the image; and for untrusted work always a copy, made with care. Throws a FolderFault where the folder
 * cannot be read or copied, and the signal's reason; nothing is left behind then.
 */
export async function openWorkFolder({ folder, unsaved, trust, signal }: WorkRequest): Promise<WorkFolder> {
  const own = path.resolve(folder);
  if (trust === "untrusted") {
    return onCopy(own, async (copy) => {
      const leftOut = await stageSubmission(own, copy, signal);
      const submission = await readSubmission(copy);
      return { ...submission, leftOut: new Map([...(submission.leftOut ?? []), ...leftOut]) };
    });
  }
  const submission = await readSubmission(own, unsaved);
  if (!hasCoachFiles(submission)) return { folder: own, submission, dispose: () => Promise.resolve() };
  return onCopy(own, async (copy) => {
    await copyContext(own, copy, signal);
    return submission;
  });
}

/** Whether a build of the folder would read a file of the coach's. */
function hasCoachFiles(submission: Submission): boolean {
  const ignoreFile = ignoreFileOf(submission);
  const dockerignore = ignoreFile && parseDockerignore(ignoreFile);
  const own = [...submission.paths].map((found) => found.replace(/\/$/, "")).filter(isCoachFile);
  return own.some((found) => !dockerignore?.ignores(found));
}

/** The copy has the folder's own name: messages tell it. */
async function onCopy(own: string, fill: (copy: string) => Promise<Submission>): Promise<WorkFolder> {
  const parent = await makeRunFolder().catch((error: unknown) => {
    throw folderFault(error, "make a temporary folder");
  });
  const dispose = () => rm(parent, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  const copy = path.join(parent, path.basename(own) || "submission");
  try {
    return { folder: copy, submission: await fill(copy), dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
