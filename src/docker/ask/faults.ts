import { EngineFault } from "../../core/container-engine";

/** The engine does not answer any more, in the middle of a run. */
export function engineLost(cause: unknown): EngineFault {
  return new EngineFault(
    {
      observed: `The Docker engine stopped answering: ${wordsOf(cause)}`,
      why: "Nothing can be built or run without it. This says nothing about your work.",
      next: "Check that Docker is still running (`docker version`), then run the checks again.",
    },
    { cause },
  );
}

/** The engine answered, with an error that the submission has nothing to do with. */
export function engineRefused(what: string, cause: unknown): EngineFault {
  return new EngineFault(
    {
      observed: `Docker could not ${what}: ${wordsOf(cause)}`,
      why: "This is a fault of the machine or of Docker, not of your work.",
      next: "Try again. If it stays, restart Docker and look at its own messages.",
    },
    { cause },
  );
}

/** The docker command line and the engine do not speak the same version of the API. */
export function versionRefused(said: string): EngineFault {
  return new EngineFault({
    observed: `Docker's command line and its engine do not understand each other: ${wordsOf(said)}`,
    why: "Images are built, and Compose is run, with that command. This is not counted against your work.",
    next: "Remove DOCKER_API_VERSION from your environment if it is set there; else update Docker. `docker version` shows both sides.",
  });
}

/** Whether an error is about the versions of the API. */
export const VERSION_REFUSED = /client version \S+ is too (new|old)/i;

/** A limit of the grader's own is over. */
export function tookTooLong(what: string, limitMs: number): EngineFault {
  const limit =
    limitMs >= 120_000 ? `${Math.round(limitMs / 60_000)} minutes` : `${Math.round(limitMs / 1000)} seconds`;
  return new EngineFault({
    observed: `Docker did not finish within ${limit}: ${what}.`,
    why: "The grader waits no longer than that. This is not counted against your work.",
    next: "Look whether the machine or its network is busy, then run the checks again.",
  });
}

/** No docker program, so that neither a build nor Compose can be asked for. */
export function noDockerProgram(): EngineFault {
  return new EngineFault({
    observed: "The `docker` command was not found on this machine, although a Docker engine answers.",
    why: "Images are built, and Compose is run, with that command, just as you would do it.",
    next: "Install the Docker command line (it comes with Docker Desktop) and run the checks again.",
  });
}

/** The system's temporary folder is full, or may not be written to. */
export function temporaryFolderFault(cause: unknown): EngineFault {
  return new EngineFault(
    {
      observed: `The grader cannot write into the temporary folder that it and Docker work in: ${wordsOf(cause)}`,
      why: "What is handed to Docker is written there first. This is not counted against your work.",
      next: "Make room there, or let the environment variable TMPDIR (on Windows TEMP) name another folder. Then run the checks again.",
    },
    { cause },
  );
}

/** An error's message on one line. */
export function wordsOf(error: unknown): string {
  const text =
    error instanceof Error
      ? error.message || String((error as NodeJS.ErrnoException).code ?? error.name)
      : String(error);
  return text.replace(/\s+/g, " ").trim();
}
