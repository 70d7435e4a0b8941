import { EXIT } from "./exit-codes";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A person or the system stopped the program. Everything it made is removed before it ends. */
export class Interrupted extends Error {
  override readonly name = "AbortError";
  constructor(readonly exitCode: number) {
    super("The run was stopped.");
  }
}

/**
 * A signal that is aborted when the program is told to stop. The first time, the run cleans up after itself and ends;
 * the second time says that it still does; the third time leaves at once, for whoever really cannot wait.
 */
export function watchInterruption(note: (text: string) => void, leave: (exitCode: number) => void): AbortSignal {
  const controller = new AbortController();
  let times = 0;
  for (const name of SIGNALS) {
    process.on(name, () => {
      times += 1;
      if (times === 1) {
        note("Stopping, and removing what this run has made …");
        controller.abort(new Interrupted(EXIT[name]));
      } else if (times === 2) {
        note("Still removing what this run has made. Once more leaves at once; the next run then removes the rest.");
      } else {
        leave(EXIT[name]);
      }
    });
  }
  return controller.signal;
}
