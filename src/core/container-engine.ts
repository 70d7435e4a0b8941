import type { RunningContainer } from "./running-container";

/**
 * The port behind which a container engine stands. Core asks in these terms; src/docker answers with a real engine,
 * tests with a fake one. One instance serves one grading run of one folder and owns all that it creates.
 *
 * Every method may throw EngineFault: the machine's fault, never the learner's. What the learner's work did wrong
 * is a value. Every method stops early, with an AbortError, when the signal that the session was opened with is aborted.
 */
export interface ContainerEngine {
  readonly info: EngineInfo;

  /** Builds as this learner's `docker build` would. Resolves to `failed` only for what the submission causes. */
  build(request: BuildRequest): Promise<BuildResult>;

  /** Configuration of an image, as inspect gives it. */
  inspectImage(imageId: string): Promise<ImageConfig>;

  /**
   * The bytes of the regular files in the image's layers. With a graph driver the engine's own figure may stand in;
   * near `budgetBytes`, or with the containerd store, the layers' tars are read.
   */
  measureImage(imageId: string, budgetBytes: number): Promise<ImageMeasure>;

  /** The uid that the image's configured user has by the image's own passwd; undefined where that cannot be told. */
  configuredUid(imageId: string): Promise<number | undefined>;

  /** Creates and starts one container of the image, with limits, its port published where only the grader reaches it. */
  run(request: RunRequest): Promise<RunningContainer>;

  /**
   * What `docker compose config` makes of the file, with variables from the folder's own .env and nothing else.
   * @param judged what Compose reads in place of the two files, so that it sees what was judged and nothing more
   */
  resolveCompose(file: string, judged?: JudgedTexts): Promise<ComposeResolution>;

  /** Starts a project that core has written anew; see compose/rewrite-project. */
  startCompose(request: ComposeRequest): Promise<ComposeRun>;

  /** Removes everything that this session created. Never throws; safe to call twice. */
  dispose(): Promise<void>;
}

export interface EngineInfo {
  readonly product: "docker" | "podman";
  readonly version: string;
  readonly apiVersion: string;
  readonly store: "graph-driver" | "containerd";
}

/** What went wrong on the machine, in words for a beginner. */
export interface FaultText {
  readonly observed: string;
  readonly why: string;
  readonly next: string;
}

/** A fault of the machine: no engine, no network, a time-out of the grader's own. Becomes `errored`, costs no points. */
export class EngineFault extends Error {
  override readonly name = "EngineFault";
  constructor(
    readonly text: FaultText,
    options?: ErrorOptions,
  ) {
    super(text.observed, options);
  }
}

export interface BuildRequest {
  /** path of the Dockerfile and of the context, relative to the submission's folder, with `/`; the context `.` is the folder */
  readonly dockerfile: string;
  readonly context: string;
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
}

/** One step of a build as it happens; the same `id` is reported again as its state changes. */
export interface BuildStep {
  readonly id: string;
  /** as BuildKit names it, for instance `[builder 2/4] WORKDIR /app` */
  readonly name: string;
  readonly state: "running" | "cached" | "done" | "failed";
  readonly durationMs?: number;
  /** bytes of a pull or transfer under way */
  readonly progress?: { readonly current: number; readonly total: number };
}

export type BuildResult =
  | {
      readonly outcome: "built";
      readonly imageId: string;
      readonly steps: readonly BuildStep[];
      readonly durationMs: number;
    }
  | {
      readonly outcome: "failed";
      /** the engine's own message */
      readonly message: string;
      /** the failing instruction's text and zero-based line in the Dockerfile, where they are known */
      readonly instruction?: string;
      readonly line?: number;
      /** the last lines that the failing instruction printed */
      readonly output: readonly string[];
      readonly steps: readonly BuildStep[];
    };

export interface ImageConfig {
  /** as configured; empty for root */
  readonly user: string;
  readonly healthcheck?: Healthcheck;
}

/** Durations in milliseconds; absent means the engine's default. `test` is as the engine stores it, `NONE` included. */
export interface Healthcheck {
  readonly test: readonly string[];
  readonly intervalMs?: number;
  readonly timeoutMs?: number;
  readonly startPeriodMs?: number;
  readonly startIntervalMs?: number;
  readonly retries?: number;
}

/** Bytes of regular files; `ownLayers` are those on top of the base image, biggest first. */
export interface ImageMeasure {
  readonly totalBytes: number;
  /** undefined where the base cannot be told from the own layers */
  readonly baseBytes?: number;
  readonly ownLayers: readonly { readonly createdBy: string; readonly bytes: number }[];
  readonly method: "engine" | "layers";
}

export interface RunRequest {
  readonly imageId: string;
  /** the port inside the container that is to be reachable */
  readonly port: number;
  /** the health check to run with; the command must be the image's own */
  readonly healthcheck?: Healthcheck;
}

/** Texts of untrusted work as they were judged. */
export interface JudgedTexts {
  /** the Compose file, as JSON */
  readonly compose: string;
  /** the folder's .env; empty where it has none */
  readonly env: string;
}

export type ComposeResolution =
  | {
      readonly accepted: true;
      readonly project: unknown;
      /** the submission's folder as it stands in the project's paths */
      readonly folder: string;
    }
  | { readonly accepted: false; readonly output: string };

/** A folder or file of the submission that the project mounts; the adapter mounts a copy in its place. */
export interface BindMount {
  readonly service: string;
  /** absolute, as `docker compose config` resolved it */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface ComposeRequest {
  /** the project as Compose's JSON, made by core from allowed keys; it has no name, ports, volumes of the learner's */
  readonly project: ComposeProject;
  readonly binds: readonly BindMount[];
  /** service → port inside the container that is to be reachable */
  readonly publish: Readonly<Record<string, number>>;
}

/** The part of Compose's format that core writes. */
export interface ComposeProject {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly networks?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly volumes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly configs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface ComposeRun {
  /** whether `up` came through; `output` holds Compose's last lines */
  readonly up: boolean;
  readonly output: readonly string[];
  /** whether it did not come through because something was not up, or not well, when its time was over */
  readonly late: boolean;
  /** the running container of a service, or undefined where it has none */
  service(name: string): Promise<RunningContainer | undefined>;
  /** Replaces the service's container by a new one, as `docker compose up --force-recreate --no-deps` does. */
  recreate(name: string): Promise<void>;
}
