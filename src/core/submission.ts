/** How a file's bytes were found to be encoded; BuildKit reads UTF-8 only. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "binary";

/** One text file of a submission. `text` has no byte order mark and keeps its line ends; it is empty for `binary`. */
export interface SourceFile {
  /** relative to the submission's folder, with `/` */
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * A learner's folder as plain data: what the static half of grading and linting looks at. The shells read it
 * (from disk, or with an editor's unsaved text laid over it); the core never reads anything itself.
 */
export interface Submission {
  /** the files whose text matters: Dockerfiles, ignore files, Compose files, requirements.txt, src/app.py … */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** every file and folder found (folders end with `/`), relative, with `/`; large folders are listed, not entered */
  readonly paths: ReadonlySet<string>;
  /** what is there and was not read, or not taken along, although it might matter */
  readonly leftOut?: ReadonlyMap<string, LeftOut>;
}

/** A link whose end is not inside the folder; a pipe, socket, device or folder in a file's place; or more than is read. */
export type LeftOut = "leads-outside" | "not-a-file" | "too-large";

/** The names that Compose looks for, in its order of preference. https://docs.docker.com/compose/intro/compose-application-model/ */
export const COMPOSE_FILE_NAMES = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"] as const;

/** The Compose file that `docker compose` would take from this folder, or undefined. */
export function composeFileOf(submission: Submission): SourceFile | undefined {
  return firstOf(submission, COMPOSE_FILE_NAMES);
}

/** The ignore file of the build of `Dockerfile` alone. */
export const OWN_IGNORE_FILE = "Dockerfile.dockerignore";

/** The names that a build of `Dockerfile` looks for, in its order. https://docs.docker.com/build/concepts/context/#filename-and-location */
export const IGNORE_FILE_NAMES = [OWN_IGNORE_FILE, ".dockerignore"] as const;

/** The ignore file that a build of this folder's `Dockerfile` would read, or undefined. */
export function ignoreFileOf(submission: Submission): SourceFile | undefined {
  return firstOf(submission, IGNORE_FILE_NAMES);
}

function firstOf({ files }: Submission, names: readonly string[]): SourceFile | undefined {
  for (const name of names) {
    const file = files.get(name);
    if (file) return file;
  }
  return undefined;
}
