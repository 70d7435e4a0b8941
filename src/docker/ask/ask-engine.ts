import { EngineFault } from "../../core/container-engine";
import { engineLost, engineRefused, tookTooLong } from "./faults";

/** No single question to the engine may take longer than this, in milliseconds; builds and pulls have limits of their own. */
const LONGEST_QUESTION = 60_000;

/**
 * One request to the engine's API. Throws EngineFault where the engine is gone, refuses or does not answer, and the
 * signal's reason when it is aborted. `what` completes "Docker could not …".
 */
export async function askEngine<T>(
  what: string,
  signal: AbortSignal,
  request: () => Promise<T>,
  limitMs = LONGEST_QUESTION,
): Promise<T> {
  signal.throwIfAborted();
  try {
    return await within(request(), signal, limitMs, () => tookTooLong(`it was asked to ${what}`, limitMs));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof EngineFault) throw error;
    throw statusOf(error) === undefined ? engineLost(error) : engineRefused(what, error);
  }
}

/** The engine's HTTP status where it answered with an error, else undefined. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { readonly statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === "number" ? status : undefined;
}

/** Waits for a promise, but no longer than the signal and the limit allow. What it stands for may go on. */
export async function within<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  limitMs: number,
  late: () => Error,
): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(late()), limitMs);
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    };
  });
  // A promise that loses the race must not end the process when it fails later.
  promise.catch(() => undefined);
  stopped.catch(() => undefined);
  return Promise.race([promise, stopped]).finally(() => stop());
}
