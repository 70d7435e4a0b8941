/**
 * Imported first, this lets this process's long timers ring earlier: an engine that never answers is given up after seconds,
 * not minutes, by the very code that gives it up for a learner. Short timers, and the order of all, stay as they are.
 */
const LONG_MS = 15_000;

/** What is left of a limit, in milliseconds: 10 s of a minute, 48 s of the 20 minutes of a build. */
export function shortened(ms: number): number {
  return ms < LONG_MS ? ms : 8_000 + ms / 30;
}

const original = globalThis.setTimeout;
const shortening = (callback: (...words: unknown[]) => void, ms = 0, ...words: unknown[]) =>
  original(callback, shortened(ms), ...words);

globalThis.setTimeout = Object.assign(shortening, original);
