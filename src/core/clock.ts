/** Time as the core sees it: handed in, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
