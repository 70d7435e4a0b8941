import { createTerminal, type Terminal } from "./terminal";

/** This process's outputs. Whoever reads them may go away (`| head`, a closed window), which is no fault of the run. */
export function outputs(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): { readonly stdout: Terminal; readonly stderr: Terminal } {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
    });
  }
  return {
    stdout: createTerminal(process.stdout, env, platform),
    stderr: createTerminal(process.stderr, env, platform),
  };
}

/** Ends the process once all that it wrote has gone out; connections that an engine keeps open do not hold it. */
export function end(exitCode: number): void {
  process.exitCode = exitCode;
  process.stdout.write("", () => {
    process.stderr.write("", () => process.exit());
  });
}
