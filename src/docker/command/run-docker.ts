import { spawn } from "node:child_process";
import type { DockerCall, DockerCli, DockerOutcome } from "./docker-cli";
import type { Environment } from "../endpoint/endpoint";
import { engineRefused, noDockerProgram, tookTooLong } from "../ask/faults";
import { killTree } from "./kill-tree";
import { lineSplitter } from "./line-splitter";
import { tailBuffer } from "./tail-buffer";

const MOST_OUTPUT = 4 * 1024 * 1024;

export interface DockerCliOptions {
  readonly program: string | undefined;
  readonly env: Environment;
  /** of the run; its abort kills every call under way */
  readonly signal: AbortSignal;
}

/** The docker command line with an environment that leads it to one engine. See DockerCli for what it throws. */
export function dockerCli(options: DockerCliOptions): DockerCli {
  const { program } = options;
  const run = async (args: readonly string[], call: DockerCall): Promise<DockerOutcome> => {
    if (program === undefined) throw noDockerProgram();
    const signals = [options.signal, ...(call.signal ? [call.signal] : [])];
    const signal = AbortSignal.any(signals);
    signal.throwIfAborted();
    return spawnDocker(program, args, call, { ...options.env, ...HUSHED, ...call.env }, signal);
  };
  return { program, run };
}

/** No adverts and no colours in what is decoded or shown. */
const HUSHED: Environment = { DOCKER_CLI_HINTS: "false", NO_COLOR: "1" };

function spawnDocker(
  program: string,
  args: readonly string[],
  call: DockerCall,
  env: Environment,
  signal: AbortSignal,
) {
  return new Promise<DockerOutcome>((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: call.cwd,
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      detached: process.platform !== "win32",
    });
    let late = false;
    const kill = () => killTree(child);
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, call.timeoutMs);
    signal.addEventListener("abort", kill, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", kill);
    };
    const stdout = collect(child.stdout, (line) => call.onLine?.(line, "stdout"));
    const stderr = collect(child.stderr, (line) => call.onLine?.(line, "stderr"));
    const what = `run \`docker ${args.slice(0, 2).join(" ")}\``;
    child.once("error", (error) => {
      settle();
      reject(engineRefused(what, error));
    });
    child.once("close", (code) => {
      settle();
      if (signal.aborted) return reject(signal.reason as Error);
      if (late) return reject(tookTooLong(`docker ${args.slice(0, 2).join(" ")}`, call.timeoutMs));
      resolve({ exitCode: code ?? 137, stdout: stdout(), stderr: stderr() });
    });
    // A program that ends without reading its input is not a fault.
    child.stdin.on("error", () => undefined);
    child.stdin.end(call.input ?? "");
  });
}

/** Keeps the end of a stream, and hands its lines on; the function that is returned gives what was kept. */
function collect(stream: NodeJS.ReadableStream, onLine: (line: string) => void): () => string {
  const kept = tailBuffer(MOST_OUTPUT);
  const lines = lineSplitter(onLine);
  stream.on("data", (chunk: Buffer) => {
    kept.push(chunk);
    lines.push(chunk);
  });
  return () => {
    lines.end();
    return kept.text();
  };
}
