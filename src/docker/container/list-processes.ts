import type Dockerode from "dockerode";
import { PROCESSES, readAnswer } from "../ask/engine-answers";

/**
 * The engine's own list of a container's processes: rows under the titles PID and EUID, in the numbers of the engine's machine.
 * One look; rejects as the client does, and with DamagedAnswer.
 */
export async function listProcesses(
  docker: Dockerode,
  id: string,
): Promise<{ readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const answer: unknown = await docker.getContainer(id).top({ ps_args: "-eo pid,euid" });
  const { Titles, Processes } = readAnswer(PROCESSES, answer);
  return { titles: Titles, rows: Processes };
}
