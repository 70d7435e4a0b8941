import type Dockerode from "dockerode";
import { askEngine } from "../ask/ask-engine";
import { demultiplex } from "../ask/demultiplex";

const MOST_OUTPUT = 1024 * 1024;

export interface ExecRequest {
  readonly command: readonly string[];
  readonly signal: AbortSignal;
  /** milliseconds */
  readonly limitMs: number;
}

export interface ExecResult {
  readonly exitCode: number | null;
  /** both streams as they came, at most 1 MiB */
  readonly output: string;
}

/** Runs a program in a running container. A program that is not there has an exit code other than 0, as in a shell. */
export async function execIn(docker: Dockerode, containerId: string, request: ExecRequest): Promise<ExecResult> {
  const run = async (): Promise<ExecResult> => {
    const options = { Cmd: [...request.command], AttachStdout: true, AttachStderr: true };
    const exec = await docker.getContainer(containerId).exec(options);
    const stream = await exec.start({});
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MOST_OUTPUT) break;
      }
    } finally {
      stream.destroy();
    }
    const { ExitCode } = await exec.inspect();
    return { exitCode: ExitCode, output: demultiplex(Buffer.concat(chunks)) };
  };
  return askEngine(`run \`${request.command[0] ?? ""}\` in the container`, request.signal, run, request.limitMs);
}
