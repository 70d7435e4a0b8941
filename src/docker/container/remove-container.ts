import type Dockerode from "dockerode";
import { askEngine } from "../ask/ask-engine";

/** Removes a container before the run's end, with its anonymous volumes, whether it runs or not. Throws as askEngine does. */
export async function removeContainer(container: Dockerode.Container, signal: AbortSignal): Promise<void> {
  await askEngine("remove a container", signal, () => container.remove({ force: true, v: true }));
}
