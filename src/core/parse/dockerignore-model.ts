import type { TextRange } from "../text";
import type { ParseProblem } from "./dockerfile-model";

/** A .dockerignore as data. */
export interface DockerignoreModel {
  /** relative path of the file */
  readonly path: string;
  /** what keeps Docker from reading it as it was meant: an encoding other than UTF-8, or a pattern that it refuses, and the build with it */
  readonly problems: readonly ParseProblem[];
  /** the patterns in the file's order; comments and empty lines are none */
  readonly lines: readonly DockerignoreLine[];
  /** Whether Docker leaves a path of the context out. Relative, with `/`; the last pattern that matches it or a folder above decides. */
  ignores(path: string): boolean;
}

export interface DockerignoreLine {
  /** without the `!` */
  readonly pattern: string;
  readonly negated: boolean;
  readonly range: TextRange;
}
