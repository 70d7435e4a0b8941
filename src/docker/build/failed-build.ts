import { type BuildResult, EngineFault } from "../../core/container-engine";
import { classifyFailure, FAILED } from "./build-failure";
import type { BuildTrace } from "./build-trace";
import type { Builder } from "./builders";
import type { DockerOutcome } from "../command/docker-cli";
import { VERSION_REFUSED, versionRefused } from "../ask/faults";
import { bareMessage, failingLine } from "./failing-line";

const LAST_LINES = 20;

type Failure = Extract<BuildResult, { readonly outcome: "failed" }>;

/** A build that the submission has failed, as far as one look can tell. */
export interface FailedBuild {
  readonly failed: Failure;
  /** an instruction ended with an exit code of its own, which the engine has said in two places; or a limit was reached */
  readonly certain: boolean;
}

/**
 * What a build that ended with an error comes down to. Throws EngineFault where the machine is at fault.
 * @param limitReached words for a failure that a limit of the build has caused; undefined where none has
 */
export function failedBuild(
  trace: BuildTrace,
  outcome: DockerOutcome,
  builder: Builder,
  limitReached: (failure: { readonly message: string; readonly output: readonly string[] }) => string | undefined,
): FailedBuild {
  const closing = trace.closing.length > 0 ? trace.closing : outcome.stderr.split("\n");
  const message = bareMessage(closing) || trace.failure?.message || `docker build ended with code ${outcome.exitCode}`;
  const output = trace.failure?.output ?? [];
  const place = failingLine(closing);
  const fromSubmission = trace.failure !== undefined || place.line !== undefined;
  const limit = limitReached({ message, output });
  if (VERSION_REFUSED.test(message)) throw versionRefused(message);
  const kind = limit === undefined ? classifyFailure({ message, output, fromSubmission }) : FAILED;
  if (kind.kind === "fault") throw new EngineFault(kind.text);
  // Engines before 23 do not quote the Dockerfile; there the failed step's own name tells the instruction.
  const step =
    trace.steps.find(({ state }) => state === "failed") ??
    (builder.kind === "classic" ? trace.steps.at(-1) : undefined);
  const instruction = place.instruction ?? step?.name.replace(/^(\[[^\]]*\]|Step \S+( :)?) /, "");
  const failed: Failure = {
    outcome: "failed",
    message: limit ?? message,
    output: output.slice(-LAST_LINES),
    steps: trace.steps,
    ...(place.line !== undefined && { line: place.line }),
    ...(instruction !== undefined && { instruction }),
  };
  return { failed, certain: limit !== undefined || saidTwice(message, trace, builder) };
}

/** The step's own error, and the engine's last word, agree on an exit code. The classic builder has only the latter. */
function saidTwice(message: string, { failure }: BuildTrace, { kind }: Builder): boolean {
  if (!/exit code: \d+|returned a non-zero code: \d+/.test(message)) return false;
  return kind === "classic" || (failure !== undefined && message.includes(failure.message));
}

/**
 * The failure that two builds of the same files agree on; undefined where they do not. They agree with the same words at the
 * same place, the random names of BuildKit's references aside. And where each lacks a file, or each an image: BuildKit looks at
 * the stages side by side, and names of several that are missing now the one, now the other. The first in the Dockerfile counts.
 */
export function agreedFailure(one: Failure, other: Failure): Failure | undefined {
  const words = ({ line, instruction, message }: Failure) =>
    JSON.stringify([line, instruction, message.replace(/\b[a-z0-9]{20,}\b/g, "…")]);
  const bothLack = LACKING.some((lacking) => lacking.test(one.message) && lacking.test(other.message));
  if (!bothLack && words(one) !== words(other)) return undefined;
  return (one.line ?? Infinity) < (other.line ?? Infinity) ? one : other;
}

/** What BuildKit says of a file that the build context or a stage has not got, and of an image that no registry has. */
const LACKING: readonly RegExp[] = [
  /failed to compute cache key: .*not found/,
  /failed to resolve source metadata for .*(not found|denied|unauthorized)/i,
];

/** Two builds of the same files said two different things, so that neither can be believed. */
export function failsInTwoWays(one: Failure, other: Failure): EngineFault {
  return new EngineFault({
    observed: `Docker's build failed twice, each time in another way: first “${one.message}”, then “${other.message}”.`,
    why: "The same files fail in the same way, so this is a fault of the machine or of Docker, not of your work.",
    next: "Run the checks again. If it stays, restart Docker.",
  });
}
