import type { CheckId } from "../core/checks/check-id";
import { grade, type GradingEvent } from "../core/grade";
import type { Report } from "../core/report";
import type { Containment } from "../docker/enclosure/containment";
import type { EngineObserver } from "../docker/engine-context";
import { openEngine } from "../docker/open-engine";
import { SYSTEM_CLOCK } from "./system-clock";
import { openWorkFolder, type WorkFolder, type WorkRequest } from "./work-folder";

export interface GradeFolderRequest extends WorkRequest {
  /** all ten checks unless given */
  readonly only?: readonly CheckId[];
  /** for untrusted work: `open` unless given */
  readonly buildNetwork?: Containment["buildNetwork"];
  /** for untrusted work: limits in the place of the usual ones */
  readonly limits?: Containment["limits"];
  /** where the engine is looked for: `DOCKER_HOST`, `DOCKER_CONTEXT`, `PATH` … */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly observer?: EngineObserver;
  readonly onEvent?: (event: GradingEvent) => void;
}

/**
 * Grades a folder on this machine's engine, and removes all that the run made, there and in temporary folders, before it
 * settles, whichever way it ends. Throws a FolderFault where the folder cannot be read, or not be copied where it has to be,
 * and the signal's reason when the run is stopped.
 */
export async function gradeFolder(request: GradeFolderRequest): Promise<Report> {
  const work = await openWorkFolder(request);
  try {
    request.signal.throwIfAborted();
    return await gradeWork(work, request);
  } finally {
    await work.dispose();
  }
}

async function gradeWork({ folder, submission }: WorkFolder, request: GradeFolderRequest): Promise<Report> {
  const { only, trust = "trusted", buildNetwork = "open", limits = {}, env, signal } = request;
  const { observer = SILENT, onEvent } = request;
  const access = await openEngine({
    folder,
    env,
    signal,
    observer,
    ...(trust === "untrusted" && { containment: { buildNetwork, limits } }),
  });
  try {
    return await grade(submission, access, {
      clock: SYSTEM_CLOCK,
      signal,
      trust,
      ...(only && { only }),
      ...(onEvent && { onEvent }),
    });
  } finally {
    if (access.status === "ready") await access.engine.dispose();
  }
}

const SILENT: EngineObserver = { onStep: () => undefined, onLog: () => undefined };
