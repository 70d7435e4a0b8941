import { FolderFault } from "../../folder/folder-fault";
import { gradeFolder } from "../../folder/grade-folder";
import type { ChildMessage, ChildRequest } from "./child-messages";

/**
 * The process that grades one submission of a class: takes the request from its parent, tells it each check, and settles when the
 * report is sent. Stops, and removes what it has made, when the signal is aborted or the parent is gone.
 */
export async function gradeForParent(
  env: Readonly<Record<string, string | undefined>>,
  stop: AbortSignal,
): Promise<void> {
  const orphaned = new AbortController();
  process.once("disconnect", () => orphaned.abort(new Error("The class was ended.")));
  const signal = AbortSignal.any([stop, orphaned.signal]);
  const request = await requestOfParent();
  try {
    const report = await gradeFolder({
      ...request,
      env,
      signal,
      onEvent: (event) => event.kind === "check-finished" && void tell({ kind: "check", result: event.result }),
    });
    await tell({ kind: "report", report });
  } catch (error) {
    if (orphaned.signal.aborted) return;
    if (!(error instanceof FolderFault)) throw error;
    await tell({ kind: "unreadable", fault: error.text });
  } finally {
    if (process.connected) process.disconnect();
  }
}

function requestOfParent(): Promise<ChildRequest> {
  return new Promise((resolve) => process.once("message", (message) => resolve(message as ChildRequest)));
}

/** Resolves once the message is on its way; a parent that is gone is told nothing. */
function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(message, () => resolve());
    else resolve();
  });
}
