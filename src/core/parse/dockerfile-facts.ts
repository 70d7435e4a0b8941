import { copiesAcross } from "./copies-across";
import type { DockerfileFacts, DockerfileModel } from "./dockerfile-model";
import { effectiveHealthcheck } from "./effective-healthcheck";
import { effectiveUser } from "./effective-user";
import { isSlim } from "./is-slim";
import { rootImage } from "./root-image";

/** What the rules and the static checks see of a Dockerfile. Without a stage, there is no base and nothing is set. */
export function dockerfileFacts(model: DockerfileModel): DockerfileFacts {
  const final = model.stages.at(-1);
  const base = final && rootImage(final);
  const probe = final && effectiveHealthcheck(final);
  return {
    parses: model.problems.length === 0,
    stages: model.stages.length,
    finalBase: base?.text ?? null,
    slim: base ? isSlim(base) : null,
    multiStage: copiesAcross(model).sources.length > 0,
    user: final ? effectiveUser(model, final).user : "root",
    healthcheck: probe?.kind ?? "none",
    healthcheckTool: probe?.tool ?? null,
  };
}
