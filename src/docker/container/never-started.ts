import type { RunningContainer } from "../../core/running-container";
import { plainText } from "../command/plain-text";

/** A container that the engine refused to start because of its image: ended before it began, its log is the engine's word. */
export function neverStarted(refusal: string): RunningContainer {
  const detail = plainText(refusal);
  return {
    state: async () => ({ running: false, outOfMemory: false, failingStreak: 0, probes: [] }),
    logs: async () => [detail],
    get: async () => ({ answered: false, detail }),
    keptWaiting: async () => undefined,
    throwIfStarved: () => undefined,
    outOfProcesses: async () => false,
    effectiveUid: async () => undefined,
    end: async () => undefined,
  };
}
