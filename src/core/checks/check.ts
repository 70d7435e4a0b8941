import type { Clock } from "../clock";
import type { BuildResult, ContainerEngine, RunningContainer } from "../container-engine";
import type { ComposeFileModel } from "../parse/compose-file";
import type { DockerfileModel } from "../parse/dockerfile-model";
import type { PartResult } from "../report";
import type { SourceFile, Submission } from "../submission";
import type { Location } from "../text";
import type { CheckId } from "./check-id";

/** What one check found, before points are counted. */
export interface Verdict {
  readonly status: "passed" | "failed";
  readonly observed: string;
  readonly why?: string;
  readonly next?: string;
  readonly location?: Location;
  /** for a check with parts; then the check's own status follows from theirs */
  readonly parts?: readonly PartVerdict[];
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** A part's verdict; its title and points come from the course. */
export type PartVerdict = Pick<PartResult, "id" | "status"> & Partial<Pick<PartResult, "observed" | "why" | "next">>;

/** The submission, parsed once. A file that is not there, or not readable as text, has no model. */
export interface ParsedSubmission {
  readonly submission: Submission;
  readonly dockerfile?: DockerfileModel;
  readonly dockerignore?: SourceFile;
  readonly composeFile?: ComposeFileModel;
}

/** What a check may ask of the engine. What several checks need is made once, when the first of them asks. */
export interface Bench {
  readonly engine: ContainerEngine;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** the folder's Dockerfile, built */
  image(): Promise<BuildResult>;
  /** a container of the built image, with the image's own probe at short intervals; only after a build that succeeded */
  container(): Promise<RunningContainer>;
}

/**
 * A graded item. It may have a verdict from the files alone, one from behaviour, or both; where the work can be run,
 * behaviour decides, and where it cannot, a failing static verdict stands and a holding one is provisional.
 */
export interface Check {
  readonly id: CheckId;
  /** the check that must pass before this one's behaviour can be looked at */
  readonly dependsOn?: CheckId;
  /** undefined where the files alone cannot tell */
  judgeFiles?(parsed: ParsedSubmission): Verdict | undefined;
  judgeBehaviour?(parsed: ParsedSubmission, bench: Bench): Promise<Verdict>;
}
