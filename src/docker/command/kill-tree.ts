import type { ChildProcess } from "node:child_process";
import { execFile } from "node:child_process";

/**
 * Kills a child and all that it started: docker's plugins (buildx, compose) are processes of their own.
 * The child must have been spawned `detached` where the system is not Windows, so that it leads a process group.
 */
export function killTree(child: ChildProcess, platform: NodeJS.Platform = process.platform): void {
  if (child.pid === undefined) return;
  if (platform === "win32") {
    execFile("taskkill", ["/pid", String(child.pid), "/t", "/f"], () => undefined);
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
