import type { Clock } from "../clock";
import type { BuildRequest, BuildResult, ContainerEngine } from "../container-engine";
import type { RunningContainer } from "../running-container";
import type { ParsedSubmission } from "../parse/parse-submission";
import type { PartResult } from "../report";
import type { Location } from "../text";
import type { CheckId } from "./check-id";
import type { HealthAnswer } from "./await-health";

/** What one check found, before points are counted. */
export interface Verdict {
  /** `undecided`: the work did not get far enough to tell; only behaviour may say so, and names what it waits for */
  readonly status: "passed" | "failed" | "undecided";
  readonly waitingFor?: CheckId;
  readonly observed: string;
  readonly why?: string;
  readonly next?: string;
  readonly location?: Location;
  /** for a check with parts: all of them; the check's own status then follows from theirs */
  readonly parts?: readonly PartVerdict[];
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** A part's verdict; its title and points come from the course. */
export type PartVerdict = Pick<PartResult, "id" | "status"> & Partial<Pick<PartResult, "observed" | "why" | "next">>;

/** What a check may ask of the engine. What several checks need is made once, when the first of them asks. */
export interface Bench {
  readonly engine: ContainerEngine;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** the folder's Dockerfile, built */
  image(): Promise<BuildResult>;
  /** another build of the folder; what may not be built fails without reaching the engine */
  build(request: BuildRequest): Promise<BuildResult>;
  /** the id of the built image; only for checks whose parent is `image-builds` */
  imageId(): Promise<string>;
  /** a container of the built image, running with the image's own probe at short intervals */
  container(): Promise<RunningContainer>;
  /** what that container answered on /health, once it did, ended, or 30 s were over */
  health(): Promise<HealthAnswer>;
  /** Ends the container once no check asks for it any more; nothing happens where none was started. Never rejects. */
  endContainer(): Promise<void>;
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
  judgeBehaviour?(bench: Bench, parsed: ParsedSubmission): Promise<Verdict>;
}
