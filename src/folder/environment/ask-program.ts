import { execFile } from "node:child_process";
import { isAbsolute } from "node:path";
import { findProgram, programNames } from "../../docker/command/find-program";
import { thisMachine } from "../../docker/endpoint/this-machine";

const LIMIT_MS = 8_000;

export interface AskOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * What a program prints, both streams, where it ends well within 8 s; undefined where it is not there, fails or hangs. No shell
 * stands in between, and a name is looked for in absolute folders of PATH only. Throws the signal's reason.
 */
export function askProgram(
  program: string,
  args: readonly string[],
  { env, signal }: AskOptions,
): Promise<string | undefined> {
  const found = isAbsolute(program)
    ? { program, env }
    : findProgram(programNames(program, process.platform), thisMachine(env));
  const path = found.program;
  if (path === undefined) return Promise.resolve(undefined);
  const options = {
    env: { ...found.env, LC_ALL: "C" },
    signal,
    timeout: LIMIT_MS,
    killSignal: "SIGKILL",
    windowsHide: true,
    encoding: "buffer",
  } as const;
  return new Promise((resolve, reject) => {
    execFile(path, [...args], options, (error, stdout, stderr) => {
      if (signal.aborted) return reject(signal.reason as Error);
      resolve(error ? undefined : `${textOf(stdout)}\n${textOf(stderr)}`.trim());
    });
  });
}

/** wsl.exe writes UTF-16 without a mark at its start. */
function textOf(bytes: Buffer): string {
  return bytes.length > 1 && bytes[1] === 0 ? bytes.toString("utf16le") : bytes.toString("utf8");
}
