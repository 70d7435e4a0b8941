import { composeFileOf, ignoreFileOf, type Submission } from "../submission";
import type { Trust } from "../trust";
import type { ComposeFileModel } from "./compose-file";
import type { DockerfileModel } from "./dockerfile-model";
import type { DockerignoreModel } from "./dockerignore-model";
import { parseComposeFile } from "./parse-compose-file";
import { parseDockerfile } from "./parse-dockerfile";
import { parseDockerignore } from "./parse-dockerignore";

/** The submission, each file parsed once. A file that is not there has no model. */
export interface ParsedSubmission {
  readonly submission: Submission;
  /** what is judged before anything runs depends on it */
  readonly trust: Trust;
  readonly dockerfile?: DockerfileModel;
  readonly dockerignore?: DockerignoreModel;
  readonly composeFile?: ComposeFileModel;
}

/** Parses what the static checks look at; never throws. */
export function parseSubmission(submission: Submission, trust: Trust = "trusted"): ParsedSubmission {
  const dockerfile = submission.files.get("Dockerfile");
  const dockerignore = ignoreFileOf(submission);
  const composeFile = composeFileOf(submission);
  return {
    submission,
    trust,
    ...(dockerfile && { dockerfile: parseDockerfile(dockerfile) }),
    ...(dockerignore && { dockerignore: parseDockerignore(dockerignore) }),
    ...(composeFile && { composeFile: parseComposeFile(composeFile) }),
  };
}
