import type { EngineCapacity } from "../../docker/engine-capacity";

/** A submission's containers and its build together, in bytes, as a rule; their limits are higher. */
const MEMORY_OF_ONE = 1024 ** 3;

/** Each grading has a process on this machine, whatever the engine can take. */
const MOST = 8;

/** How many submissions to grade at once: a grading waits more than it computes, so two for each CPU, as far as memory allows. */
export function poolSize({ cpus, memoryBytes }: EngineCapacity): number {
  return Math.max(1, Math.min(2 * cpus, Math.floor(memoryBytes / MEMORY_OF_ONE), MOST));
}
