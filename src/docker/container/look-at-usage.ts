import type Dockerode from "dockerode";
import { askEngine } from "../ask/ask-engine";
import { DamagedAnswer, readAnswer, USAGE } from "../ask/engine-answers";

/** What a container takes of the machine; a figure is missing where the engine does not tell it. */
export interface ContainerUsage {
  /** processes and threads */
  readonly processes?: number | undefined;
  /** missing where there is no limit, too */
  readonly processLimit?: number | undefined;
  /** what all of its processes had of a processor since its start, in milliseconds */
  readonly processorMs?: number | undefined;
}

/** One look, that decides nothing alone: an answer that makes no sense tells nothing. Throws EngineFault. */
export async function lookAtUsage(docker: Dockerode, id: string, signal: AbortSignal): Promise<ContainerUsage> {
  const answer: unknown = await askEngine("look at what the container uses", signal, () =>
    docker.getContainer(id).stats({ stream: false, "one-shot": true }),
  );
  try {
    const { pids_stats, cpu_stats } = readAnswer(USAGE, answer);
    const nanoseconds = cpu_stats?.cpu_usage?.total_usage;
    const processorMs = nanoseconds === undefined ? undefined : nanoseconds / 1e6;
    return { processes: pids_stats?.current, processLimit: pids_stats?.limit, processorMs };
  } catch (error) {
    if (error instanceof DamagedAnswer) return {};
    throw error;
  }
}
