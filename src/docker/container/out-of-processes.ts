import type Dockerode from "dockerode";
import { lookAtUsage } from "./look-at-usage";

/** Where forks fail, processes end and others take their places: a shell's fork bomb was seen with 71 to 128 of 128. */
const TOO_MANY = 0.5;

/**
 * Whether a container has started so many processes and threads that its limit holds it back. False where the engine counts none.
 * Throws EngineFault.
 */
export async function outOfProcesses(docker: Dockerode, id: string, signal: AbortSignal): Promise<boolean> {
  const { processes = 0, processLimit = Infinity } = await lookAtUsage(docker, id, signal);
  return processes >= TOO_MANY * processLimit;
}
