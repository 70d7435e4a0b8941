/** How a container is at one moment, as the engine has it. */
export interface ContainerState {
  readonly running: boolean;
  readonly exitCode?: number;
  readonly outOfMemory: boolean;
  readonly health?: "starting" | "healthy" | "unhealthy";
  /** how many probes have failed in a row, as the engine counts them (none within the start period) */
  readonly failingStreak: number;
  /** the probe's latest runs, oldest first */
  readonly probes: readonly { readonly exitCode: number; readonly output: string }[];
}

/** An HTTP answer, or why there was none. The body is cut at 64 KiB. */
export type HttpAnswer =
  | { readonly answered: true; readonly status: number; readonly body: string }
  | { readonly answered: false; readonly detail: string };

/** A container of a run, while it runs and after. Its methods throw as those of ContainerEngine do. */
export interface RunningContainer {
  state(): Promise<ContainerState>;
  /** the last lines of the container's output, both streams, control characters taken out */
  logs(lines: number): Promise<readonly string[]>;
  /** One GET with a short time-out of its own; does not follow redirects. */
  get(path: string): Promise<HttpAnswer>;
  /** whether others kept its processes from running so far; undefined where the engine's machine does not tell */
  keptWaiting(): Promise<boolean | undefined>;
  /** Throws EngineFault where the machine is so busy that an answer which does not come in time says nothing. */
  throwIfStarved(): void;
  /** whether it has started so many processes that its limit holds it back; false where the engine does not tell */
  outOfProcesses(): Promise<boolean>;
  /** the effective uid of process 1 inside the container; undefined where it cannot be seen */
  effectiveUid(): Promise<number | undefined>;
  /** Ends it before the run's end, after which nothing can be asked of it. Never rejects: what stays, the run's end removes. */
  end(): Promise<void>;
}
