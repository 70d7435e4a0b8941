import type { ContainmentLimits } from "./containment";

/** What of its group's limits a build has come up to; see BuildCgroup. */
interface Reached {
  readonly memory: boolean;
  readonly processes: boolean;
}

/** How a step ends that is killed by the kernel, in the words of the shell, of BuildKit and of Python. */
const KILLED = /exit code: 137\b|signal: killed|cannot allocate memory|\bKilled\b|MemoryError|out of memory/i;
const CANNOT_FORK =
  /cannot fork|can't fork|fork: retry|resource temporarily unavailable|can't start new thread|exit code: 137\b/i;
/** SIGXFSZ ends a program that does not listen; one that does is told EFBIG. */
const FILE_TOO_LARGE = /file too large|file size limit exceeded|exit code: 153\b/i;

/**
 * Tells a build that came up to a limit of the run's from one that failed by itself, in words; undefined for the latter. What a
 * step prints can be made up, which does it no good: either way it has failed.
 */
export function limitReached(
  { message, output }: { readonly message: string; readonly output: readonly string[] },
  limits: ContainmentLimits,
  reached?: Reached,
): string | undefined {
  const said = [message, ...output].join("\n");
  if (reached?.memory && KILLED.test(said))
    return `A step used more than the ${inMb(limits.buildBytes)} MB of memory that a build may.`;
  if (reached?.processes && CANNOT_FORK.test(said))
    return `A step started more than the ${limits.buildProcesses} processes that a build may.`;
  if (FILE_TOO_LARGE.test(said))
    return `A step wrote a file of more than the ${inMb(limits.fileBytes)} MB that a build may.`;
  return undefined;
}

function inMb(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
