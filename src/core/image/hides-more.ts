import type { DockerignoreSubject } from "../lint/subjects";
import { parseDockerignore } from "../parse/parse-dockerignore";
import { contextSources } from "./context-sources";
import { lineThatHides } from "./hidden-source";

/** Whether another text of an ignore file would hide something that a Dockerfile copies and that is not hidden now. */
export function hidesMore({ file, dockerignore, builds }: DockerignoreSubject, text: string): boolean {
  const after = parseDockerignore({ ...file, text });
  return builds.some(({ dockerfile, context }) =>
    contextSources(dockerfile).some(
      (source) =>
        context && lineThatHides(after, source, context.paths) && !lineThatHides(dockerignore, source, context.paths),
    ),
  );
}
