/** One call of the docker command line. */
export interface DockerCall {
  /** the folder to run in; this process's own unless given */
  readonly cwd?: string;
  /** laid over the environment; undefined takes a variable out */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** text for its standard input, which is empty otherwise */
  readonly input?: string;
  /** milliseconds after which it is killed, with all that it started */
  readonly timeoutMs: number;
  /** each line as it comes, without control characters */
  readonly onLine?: (line: string, stream: "stdout" | "stderr") => void;
  /** stops it, beside the run's own signal; the latter always does */
  readonly signal?: AbortSignal;
}

export interface DockerOutcome {
  readonly exitCode: number;
  /** at most 4 MiB */
  readonly stdout: string;
  /** at most 4 MiB, its end */
  readonly stderr: string;
}

/** The docker command line, bound to one engine and one run. */
export interface DockerCli {
  /** whether `docker` was found at all; `run` throws EngineFault where it was not */
  readonly program: string | undefined;
  /**
   * Runs docker without a shell. An exit code other than 0 is a value. Throws EngineFault where docker cannot be started
   * or the time limit is over, AbortError when the run is stopped.
   */
  run(args: readonly string[], call: DockerCall): Promise<DockerOutcome>;
}
