import { effectiveHealthcheck } from "../../core/parse/effective-healthcheck";
import type { DockerfileModel } from "../../core/parse/dockerfile-model";

/**
 * Where a learner stands in step 3. `naive`: they write the simple Dockerfile that the course has them begin with, and what
 * it leads to later is no fault yet. `goals`: they are on their way to a good one.
 */
export type LearningPhase = "naive" | "goals";

/**
 * The phase, as the files and earlier runs show it: past the naive one once its container has answered, or once the
 * Dockerfile has a second stage, a USER or a HEALTHCHECK.
 * @param hasRun whether a run of this folder has ever found its container healthy
 */
export function learningPhase(dockerfile: DockerfileModel | undefined, hasRun: boolean): LearningPhase {
  const stages = dockerfile?.stages ?? [];
  const isPast = stages.some(
    (stage) =>
      effectiveHealthcheck(stage).kind !== "none" || stage.instructions.some(({ keyword }) => keyword === "USER"),
  );
  return hasRun || stages.length > 1 || isPast ? "goals" : "naive";
}
