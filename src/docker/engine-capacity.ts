import { askEngine } from "./ask/ask-engine";
import type { EngineContext } from "./engine-context";

/** What an engine has to give, by its own account: a virtual machine's share, or a remote machine's whole. */
export interface EngineCapacity {
  readonly cpus: number;
  /** bytes */
  readonly memoryBytes: number;
}

/** Throws EngineFault where the engine does not say. https://docs.docker.com/reference/api/engine/#tag/System/operation/SystemInfo */
export async function engineCapacity({
  docker,
  signal,
}: Pick<EngineContext, "docker" | "signal">): Promise<EngineCapacity> {
  const info = await askEngine("tell what it has to give", signal, async () => {
    return (await docker.info()) as { readonly NCPU?: number; readonly MemTotal?: number };
  });
  return { cpus: info.NCPU ?? 1, memoryBytes: info.MemTotal ?? 0 };
}
