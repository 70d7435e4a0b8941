import type Dockerode from "dockerode";
import type { BuildStep, EngineInfo } from "../core/container-engine";
import type { DockerCli } from "./command/docker-cli";
import type { Enclosure } from "./enclosure/enclosure";
import type { Reach } from "./container/reach";
import type { Session } from "./session/session";

export type LogSource = "engine" | "build" | "container" | "compose";

/** Watches the engine at work. Its text has no control characters. */
export interface EngineObserver {
  onStep(step: BuildStep): void;
  onLog(source: LogSource, line: string): void;
}

/** What the engine says of itself that decides how it may be asked. */
export interface EngineTraits {
  /** host uids are not container uids: `docker top` shows the wrong ones */
  readonly mapsUids: boolean;
  /** the health check field StartInterval exists since API 1.44 */
  readonly hasStartInterval: boolean;
}

/** What all parts of the adapter share during one grading run of one folder. */
export interface EngineContext {
  readonly docker: Dockerode;
  /** runs the docker command line against this very engine; Compose is `cli.run(["compose", …])` */
  readonly cli: DockerCli;
  readonly session: Session;
  readonly info: EngineInfo;
  readonly traits: EngineTraits;
  /** whether ports that the engine publishes on 127.0.0.1 are this machine's */
  readonly local: boolean;
  /** how a published port is asked: from here, or from a probe container beside it */
  readonly reach: Reach;
  /** what holds untrusted work; absent in a trusted run */
  readonly enclosure?: Enclosure;
  /** absolute path of the graded folder */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly observer: EngineObserver;
  readonly env: Readonly<Record<string, string | undefined>>;
}
