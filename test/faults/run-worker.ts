import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Answer, Order } from "./worker";

/** A child process that does faulty runs; one that hangs or ends is replaced by a new one at the next run. */
export interface RunWorker {
  /** Resolves to `late` where the run is not over after the limit; nothing of it goes on then. */
  run(order: Order, limitMs: number): Promise<Answer | "late">;
  end(): Promise<void>;
}

export function runWorker(env: NodeJS.ProcessEnv): RunWorker {
  let child: ChildProcess | undefined;
  const living = (): ChildProcess => {
    if (child?.connected) return child;
    return (child = fork(join(__dirname, "worker.ts"), { env, execArgv: ["--import", "tsx"] }));
  };
  const end = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  return {
    end,
    async run(order, limitMs) {
      const worker = living();
      const stop = new AbortController();
      const over = once(worker, "message", { signal: stop.signal }).then(([answer]) => answer as Answer);
      const dead = once(worker, "exit", { signal: stop.signal }).then(() => ({ crash: "the process ended" }));
      const late = new Promise<"late">((resolve) => {
        const timer = setTimeout(() => resolve("late"), limitMs);
        stop.signal.addEventListener("abort", () => clearTimeout(timer));
      });
      worker.send(order);
      const outcome = await Promise.race([over, dead, late]);
      over.catch(() => undefined);
      dead.catch(() => undefined);
      stop.abort();
      if (outcome === "late") await end();
      return outcome;
    },
  };
}
