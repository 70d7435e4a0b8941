import type { EngineObserver } from "../../docker/engine-context";

/** What a Verify works with. */
export interface TaskContext {
  /** absolute path of the challenge folder */
  readonly folder: string;
  /** where engine and programs are looked for */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly observer: EngineObserver;
  /** milliseconds since 1970 */
  readonly now: () => number;
}
