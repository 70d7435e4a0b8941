import { setTimeout } from "node:timers/promises";
import type { Clock } from "../core/clock";

/** This machine's time. It counts up evenly, even if somebody sets the clock. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Math.round(performance.now()),
  async sleep(ms, signal) {
    try {
      await setTimeout(ms, undefined, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
