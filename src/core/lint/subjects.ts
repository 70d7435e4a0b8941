import type { ComposeFileModel } from "../parse/compose-file";
import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import type { DockerignoreModel } from "../parse/dockerignore-model";
import type { SourceFile } from "../submission";
import type { BuildContext } from "./build-context";
import type { Project } from "./project";

/** A Dockerfile as its rules see it. */
export interface DockerfileSubject {
  readonly file: SourceFile;
  readonly dockerfile: DockerfileModel;
  /** the stage that is shipped: what the Compose file's `build.target` names, else the last */
  readonly final: Stage;
  /** what the build may read; undefined where nothing tells, for instance for standard input */
  readonly context?: BuildContext;
  readonly project: Project;
}

/** A Dockerfile without a FROM: empty, comments only, or just begun. */
export type StagelessSubject = Omit<DockerfileSubject, "final">;

/** A .dockerignore, or a `<Dockerfile>.dockerignore`. */
export interface DockerignoreSubject {
  readonly file: SourceFile;
  readonly dockerignore: DockerignoreModel;
  /** the Dockerfiles whose builds read this file, with what such a build is given */
  readonly builds: readonly Omit<DockerfileSubject, "project">[];
  /** what lies in the folder that it is for, relative to that folder; folders end with `/`; undefined where nothing is known */
  readonly paths?: ReadonlySet<string>;
  readonly project: Project;
}

/** A Compose file. */
export interface ComposeSubject {
  readonly file: SourceFile;
  readonly compose: ComposeFileModel;
  readonly project: Project;
}

/** A requirements.txt. */
export interface RequirementsSubject {
  readonly file: SourceFile;
  readonly project: Project;
}
