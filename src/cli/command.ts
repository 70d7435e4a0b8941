import type { Terminal } from "./terminal";

/** What a command may use of the process around it. */
export interface Surroundings {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** aborted when the person stops the program */
  readonly signal: AbortSignal;
}

/** One command of the program: its help first, what it does last. */
export interface Command {
  readonly name: string;
  /** one line, shown after the program's name */
  readonly usage: string;
  /** one sentence for the list of commands */
  readonly summary: string;
  /** what follows the usage line in its own help */
  readonly help: string;
  /** for the program itself: not in the list of commands */
  readonly hidden?: boolean;
  /** Resolves to the exit code. Throws UsageError, FolderFault, or the signal's reason. */
  run(args: readonly string[], around: Surroundings): Promise<number>;
}
