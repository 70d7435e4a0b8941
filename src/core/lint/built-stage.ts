import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { composeBuilds } from "./build-context";
import type { ComposeSubject } from "./subjects";

/** The stage whose image a service of a Compose file is built as; undefined where it builds none, or where that is not known. */
export function builtStage(
  { compose, project }: Pick<ComposeSubject, "compose" | "project">,
  service: string,
): { readonly dockerfile: DockerfileModel; readonly stage: Stage } | undefined {
  const folder = compose.path.slice(0, compose.path.lastIndexOf("/") + 1);
  if (project.composeFor(folder) !== compose) return undefined;
  const build = composeBuilds(project, folder).find((each) => each.service === service);
  const dockerfile = build && project.dockerfile(build.dockerfile);
  if (!dockerfile) return undefined;
  const target = build.target?.toLowerCase();
  const stage =
    target === undefined
      ? dockerfile.stages.at(-1)
      : dockerfile.stages.findLast(({ name }) => name?.toLowerCase() === target);
  return stage && { dockerfile, stage };
}
