import type { Clock } from "../../src/core/clock";

/** A clock that jumps to the end of every sleep, so that a wait of 30 s takes no time. */
export class FakeClock implements Clock {
  #now = 0;
  now(): number {
    return this.#now;
  }
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#now += ms;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
