import { availableParallelism, loadavg } from "node:os";
import { EngineFault } from "../../core/container-engine";

/** So many programs for each processor make an app's start of a second take so many seconds. */
const MOST_WAITING = 6;

/**
 * Throws EngineFault where this machine has so much to do that an answer which does not come in time says nothing. Windows
 * does not tell, and what another machine has to do is not known here.
 * @param load how many programs ran or waited for their turn, on average of the last minute
 */
export function throwIfStarved(
  { local }: { readonly local: boolean },
  load: number = loadavg()[0] ?? 0,
  processors: number = availableParallelism(),
): void {
  if (!local || load <= MOST_WAITING * processors) return;
  throw new EngineFault({
    observed: `Docker's machine is too busy to tell: ${Math.round(load)} programs wait for its ${processors} processors.`,
    why: "An app that gets no time to run cannot answer in time. This is not counted against your work.",
    next: "Let other programs finish, then run the checks again.",
  });
}
