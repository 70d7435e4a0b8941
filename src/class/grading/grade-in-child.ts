import { type ChildProcess, fork } from "node:child_process";
import type { FaultText } from "../../core/container-engine";
import type { CheckResult, Report } from "../../core/report";
import { tailBuffer } from "../../docker/command/tail-buffer";
import type { ChildMessage, ChildRequest } from "./child-messages";
import { endProcess } from "./end-process";

export interface ChildOptions {
  /** the command line's own file; its command CHILD_COMMAND grades for a parent */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** milliseconds */
  readonly timeLimitMs: number;
}

/** What became of the grading of one submission; `checks` are those that were decided by then. */
export type ChildOutcome =
  | { readonly ended: "graded"; readonly report: Report }
  | { readonly ended: "unreadable"; readonly fault: FaultText }
  | { readonly ended: "timed-out"; readonly checks: readonly CheckResult[] }
  | { readonly ended: "crashed"; readonly checks: readonly CheckResult[]; readonly detail: string };

/** The hidden command of the program that a child is started with. */
export const CHILD_COMMAND = "grade-for-class";

/** Milliseconds that a child gets to remove what it has made before it is killed; its own steps have limits of 20 s. */
const GRACE = 30_000;

/** A submission that makes the coach itself grow ends its own process. Megabytes of heap. */
const HEAP = ["--max-old-space-size=256"];

const KEPT_WORDS = 4096;

/**
 * Grades one submission in a process of its own, so that a crash, a memory bomb or a time-out takes only itself along. Rejects
 * with the signal's reason when that is aborted, once the process is gone.
 */
export async function gradeInChild(request: ChildRequest, options: ChildOptions): Promise<ChildOutcome> {
  const { program, env, signal, timeLimitMs } = options;
  signal.throwIfAborted();
  const child = fork(program, [CHILD_COMMAND], {
    env: { ...env },
    execArgv: HEAP,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    // The terminal's Ctrl+C is for the class: it tells its children, which then clean up in their own time.
    detached: process.platform !== "win32",
  });
  const told = listen(child);
  const ended = endOf(child);
  let late = false;
  const stop = () => stopKindly(child, ended);
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, timeLimitMs);
  signal.addEventListener("abort", stop, { once: true });
  living.add(child);
  child.send(request, () => undefined);
  try {
    const how = await ended;
    if (signal.aborted) throw signal.reason;
    return outcome(told, late, how);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    living.delete(child);
  }
}

/** However this process ends, as long as it can do anything, no child outlives it. */
const living = new Set<ChildProcess>();
process.once("exit", () => living.forEach(endProcess));

interface Told {
  readonly checks: CheckResult[];
  last?: Exclude<ChildMessage, { readonly kind: "check" }>;
  readonly words: () => string;
}

function listen(child: ChildProcess): Told {
  const kept = tailBuffer(KEPT_WORDS);
  const told: Told = { checks: [], words: () => kept.text() };
  child.stderr?.on("data", (chunk: Buffer) => kept.push(chunk));
  child.on("message", (message) => {
    const said = message as ChildMessage;
    if (said.kind === "check") told.checks.push(said.result);
    else told.last = said;
  });
  return told;
}

/** In words, how the process ended. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, killedBy) => resolve(killedBy === null ? `exit code ${code}` : `signal ${killedBy}`));
  });
}

function stopKindly(child: ChildProcess, ended: Promise<string>): void {
  child.kill("SIGTERM");
  const timer = setTimeout(() => endProcess(child), GRACE);
  void ended.then(() => clearTimeout(timer));
}

function outcome({ last, checks, words }: Told, late: boolean, how: string): ChildOutcome {
  if (last?.kind === "report") return { ended: "graded", report: last.report };
  if (last?.kind === "unreadable") return { ended: "unreadable", fault: last.fault };
  if (late) return { ended: "timed-out", checks };
  const said = words().trim().split("\n").at(-1) ?? "";
  return { ended: "crashed", checks, detail: [how, said].filter(Boolean).join(": ") };
}
