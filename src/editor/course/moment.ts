import type { Moment } from "../../core/progress/record-answer";

const DAY_MS = 86_400_000;

/** The time now, for core, which has no clock. */
export function momentNow(): Moment {
  const now = Date.now();
  return {
    now: new Date(now).toISOString(),
    inDays: (days) => new Date(now + days * DAY_MS).toISOString(),
  };
}
