import { join } from "node:path";

/** Where the coach's package keeps what it puts into a learner's folder. */
export interface ChallengeSource {
  /** a folder */
  readonly starter: string;
  /** a file, as is the grader */
  readonly workflow: string;
  readonly grader: string;
}

/** @param packageFolder the extension's folder, or the command line's package */
export function challengeSource(packageFolder: string): ChallengeSource {
  return {
    starter: join(packageFolder, "challenge", "starter"),
    workflow: join(packageFolder, "challenge", "workflow", "dockerize-coach.yml"),
    grader: join(packageFolder, "dist", "grader.cjs"),
  };
}
