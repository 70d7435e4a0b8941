import type { Rule } from "../lint/rule";
import { addInsteadOfCopy } from "./add-instead-of-copy";
import { appBindsLoopback } from "./app-binds-loopback";
import { aptHygiene } from "./apt-hygiene";
import { baseImageLatest } from "./base-image-latest";
import { baseImageUntagged } from "./base-image-untagged";
import { builderStageUnused } from "./builder-stage-unused";
import { composeHealthOrder } from "./compose-health-order";
import { composeHygiene } from "./compose-hygiene";
import { composeRedisUrl } from "./compose-redis-url";
import { composeRequiredServices } from "./compose-required-services";
import { composeVersionObsolete } from "./compose-version-obsolete";
import { copyAllUnfiltered } from "./copy-all-unfiltered";
import { copyFromUnknown } from "./copy-from-unknown";
import { copyMissingChown } from "./copy-missing-chown";
import { debugInImage } from "./debug-in-image";
import { depsInRootHome } from "./deps-in-root-home";
import { developmentServer } from "./development-server";
import { directiveMisplaced } from "./directive-misplaced";
import { dockerfileMissing } from "./dockerfile-missing";
import { dockerignoreDeadLine } from "./dockerignore-dead-line";
import { dockerignoreHidesSource } from "./dockerignore-hides-source";
import { dockerignoreMissing } from "./dockerignore-missing";
import { dockerignoreRequired } from "./dockerignore-required";
import { dockerignoreRootOnly } from "./dockerignore-root-only";
import { duplicateInstruction } from "./duplicate-instruction";
import { entrypointPathMissing } from "./entrypoint-path-missing";
import { exposeMissingOrInvalid } from "./expose-missing-or-invalid";
import { fileDoesNotParse } from "./file-does-not-parse";
import { finalBaseNotSlim } from "./final-base-not-slim";
import { flaskEnvRemoved } from "./flask-env-removed";
import { graderBlindSpot } from "./grader-blind-spot";
import { healthcheckIneffective } from "./healthcheck-ineffective";
import { healthcheckToolMissing } from "./healthcheck-tool-missing";
import { installAfterSourceCopy } from "./install-after-source-copy";
import { lastUserRoot } from "./last-user-root";
import { missingCmd } from "./missing-cmd";
import { missingHealthcheck } from "./missing-healthcheck";
import { missingUser } from "./missing-user";
import { pipCacheKept } from "./pip-cache-kept";
import { pipUnpinned } from "./pip-unpinned";
import { pythonEnvRecommended } from "./python-env-recommended";
import { pythonNot311 } from "./python-not-3.11";
import { pythonStageMismatch } from "./python-stage-mismatch";
import { redisPublished } from "./redis-published";
import { secretInImage } from "./secret-in-image";
import { shellFormCmd } from "./shell-form-cmd";
import { singleStageBuild } from "./single-stage-build";
import { userBeforeRootSteps } from "./user-before-root-steps";
import { userNotCreated } from "./user-not-created";
import { workdirUnsetOrRelative } from "./workdir-unset-or-relative";

/** Every rule, by id. `npm run new:rule` adds a line to each of the two lists. */
export const RULES: readonly Rule[] = [
  addInsteadOfCopy,
  appBindsLoopback,
  aptHygiene,
  baseImageLatest,
  baseImageUntagged,
  builderStageUnused,
  composeHealthOrder,
  composeHygiene,
  composeRedisUrl,
  composeRequiredServices,
  composeVersionObsolete,
  copyAllUnfiltered,
  copyFromUnknown,
  copyMissingChown,
  debugInImage,
  depsInRootHome,
  developmentServer,
  directiveMisplaced,
  dockerfileMissing,
  dockerignoreDeadLine,
  dockerignoreHidesSource,
  dockerignoreMissing,
  dockerignoreRequired,
  dockerignoreRootOnly,
  duplicateInstruction,
  entrypointPathMissing,
  exposeMissingOrInvalid,
  fileDoesNotParse,
  finalBaseNotSlim,
  flaskEnvRemoved,
  graderBlindSpot,
  healthcheckIneffective,
  healthcheckToolMissing,
  installAfterSourceCopy,
  lastUserRoot,
  missingCmd,
  missingHealthcheck,
  missingUser,
  pipCacheKept,
  pipUnpinned,
  pythonEnvRecommended,
  pythonNot311,
  pythonStageMismatch,
  redisPublished,
  secretInImage,
  shellFormCmd,
  singleStageBuild,
  userBeforeRootSteps,
  userNotCreated,
  workdirUnsetOrRelative,
];

/** A rule by its id. */
export function ruleNamed(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
