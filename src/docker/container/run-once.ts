import { askEngine, statusOf } from "../ask/ask-engine";
import { demultiplex } from "../ask/demultiplex";
import type { EngineContext } from "../engine-context";
import { wordsOf } from "../ask/faults";
import { plainText } from "../command/plain-text";
import { removeContainer } from "./remove-container";

const MOST_TEXT = 64 * 1024;
/** Milliseconds; what is run here prints a few lines and ends. */
const LIMIT = 30_000;

/** What a container did from its start to its end. */
export interface OnceResult {
  readonly exitCode: number;
  /** both streams, control characters taken out, at most 64 KiB */
  readonly output: string;
}

/**
 * Runs a container of an image to its end, as `docker run --rm` does, without a network. A program that the image does not have
 * ends with 127. Throws EngineFault where the engine fails, or the container does not end within 30 s.
 * @param program replaces the image's own program and arguments
 */
export async function runOnce(
  { docker, session, signal }: Pick<EngineContext, "docker" | "session" | "signal">,
  { image, program }: { readonly image: string; readonly program?: readonly string[] },
): Promise<OnceResult> {
  const [entrypoint, ...args] = program ?? [];
  const options = {
    Image: image,
    Labels: session.labels,
    ...(entrypoint !== undefined && { Entrypoint: [entrypoint], Cmd: args }),
    NetworkDisabled: true,
    HostConfig: { Memory: 256 * 2 ** 20, PidsLimit: 64 },
  };
  const container = await askEngine("create a container", signal, () =>
    session.creating(docker.createContainer(options)),
  );
  try {
    await askEngine("start a container", signal, () => container.start());
  } catch (error) {
    if (statusOf((error as Error).cause) === undefined) throw error;
    return { exitCode: 127, output: wordsOf((error as Error).cause) };
  }
  const ended = await askEngine(
    "wait for a container",
    signal,
    () => container.wait() as Promise<{ StatusCode: number }>,
    LIMIT,
  );
  const read = () => container.logs({ stdout: true, stderr: true, follow: false });
  const output = await askEngine("read a container's output", signal, read);
  await removeContainer(container, signal);
  return { exitCode: ended.StatusCode, output: plainText(demultiplex(Buffer.from(output)).slice(-MOST_TEXT)) };
}
