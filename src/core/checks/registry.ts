import type { Check } from "./check";
import { compose } from "./compose";
import { containerHealthy } from "./container-healthy";
import { dockerfileExists } from "./dockerfile-exists";
import { dockerignore } from "./dockerignore";
import { healthcheck } from "./healthcheck";
import { imageBuilds } from "./image-builds";
import { imageSize } from "./image-size";
import { multiStage } from "./multi-stage";
import { nonRootUser } from "./non-root-user";
import { slimBase } from "./slim-base";

/** The ten checks in the course's order; a check stands after the one that it depends on. */
export const CHECKS: readonly Check[] = [
  dockerfileExists,
  multiStage,
  slimBase,
  imageBuilds,
  imageSize,
  containerHealthy,
  nonRootUser,
  healthcheck,
  dockerignore,
  compose,
];
