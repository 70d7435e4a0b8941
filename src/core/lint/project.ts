import { fileKind } from "../file-kind";
import type { ComposeFileModel } from "../parse/compose-file";
import type { DockerfileModel } from "../parse/dockerfile-model";
import type { DockerignoreModel } from "../parse/dockerignore-model";
import { parseComposeFile } from "../parse/parse-compose-file";
import { parseDockerfile } from "../parse/parse-dockerfile";
import { parseDockerignore } from "../parse/parse-dockerignore";
import { COMPOSE_FILE_NAMES, type SourceFile, type Submission } from "../submission";

/** A folder with its files, each parsed once, when the first rule asks. Paths are relative to its root, with `/`. */
export interface Project {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** what lies in the folder; undefined where that is not known, as of a text from standard input: rules about files are silent then */
  readonly paths?: ReadonlySet<string>;
  dockerfile(path: string): DockerfileModel | undefined;
  dockerignore(path: string): DockerignoreModel | undefined;
  compose(path: string): ComposeFileModel | undefined;
  /** the file that `docker compose` would take in a folder (`""` or ending with `/`) or the next one above it that has one */
  composeFor(folder: string): ComposeFileModel | undefined;
  readonly dockerfilePaths: readonly string[];
}

/** A project of a folder's files. */
export function openProject(submission: Submission): Project {
  return project(submission.files, submission.paths);
}

/** A project of one text of which no folder is known. */
export function loneFile(file: SourceFile): Project {
  return project(new Map([[file.path, file]]));
}

/** The same project with another text in one of its files, or with one file more. */
export function withText(before: Project, path: string, text: string): Project {
  return withFile(before, { path, text, encoding: "utf-8" });
}

/** The same project with a file put in, or in place of the one at its path. */
export function withFile(before: Project, file: SourceFile): Project {
  return project(new Map(before.files).set(file.path, file), before.paths && new Set(before.paths).add(file.path));
}

function project(files: ReadonlyMap<string, SourceFile>, paths?: ReadonlySet<string>): Project {
  const compose = byPath(files, parsedCompose);
  return {
    files,
    ...(paths && { paths }),
    dockerfile: byPath(files, parsedDockerfile),
    dockerignore: byPath(files, parsedDockerignore),
    compose,
    composeFor(folder) {
      for (const candidate of andAbove(folder)) {
        const name = COMPOSE_FILE_NAMES.find((file) => files.has(candidate + file));
        if (name !== undefined) return compose(candidate + name);
      }
      return undefined;
    },
    dockerfilePaths: [...files.keys()].filter((path) => fileKind(path) === "dockerfile"),
  };
}

/** A folder and those that it lies in, innermost first. */
function andAbove(folder: string): readonly string[] {
  const names = folder.split("/").slice(0, -1);
  return [...names.map((_, index) => `${names.slice(0, names.length - index).join("/")}/`), ""];
}

/** A file is parsed once, however many projects it is part of: while somebody types, all other files stay the same. */
function kept<Model>(parse: (file: SourceFile) => Model): (file: SourceFile) => Model {
  const parsed = new WeakMap<SourceFile, Model>();
  return (file) => {
    const model = parsed.get(file) ?? parse(file);
    parsed.set(file, model);
    return model;
  };
}

const parsedDockerfile = kept(parseDockerfile);
const parsedDockerignore = kept(parseDockerignore);
const parsedCompose = kept(parseComposeFile);

function byPath<Model>(files: ReadonlyMap<string, SourceFile>, parsed: (file: SourceFile) => Model) {
  return (path: string): Model | undefined => {
    const file = files.get(path);
    return file && parsed(file);
  };
}
