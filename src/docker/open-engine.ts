import type { EngineAccess } from "../core/grade";
import { dockerEngine } from "./docker-engine";
import { openContext, type OpenEngineOptions } from "./open-context";

export type { EngineObserver, LogSource } from "./engine-context";
export type { OpenEngineOptions } from "./open-context";

/**
 * Finds this machine's engine as the docker command line would, and opens a session on it; or tells why there is none. What
 * runs that were killed have left is removed on the way. Rejects only with the signal's reason.
 */
export async function openEngine(options: OpenEngineOptions): Promise<EngineAccess> {
  const opened = await openContext(options);
  return opened.status === "ready" ? { status: "ready", engine: dockerEngine(opened.context) } : opened;
}
