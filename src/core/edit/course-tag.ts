import { COURSE } from "../course";
import { isOfficialPython, pythonVersion } from "../image/official-python";
import { smallerBaseSuits } from "../image/slim-suits";
import type { DockerfileSubject } from "../lint/subjects";
import type { Stage } from "../parse/dockerfile-model";
import { rootImage, rootStage } from "../parse/root-image";

/**
 * The tag that the course gives a stage's Python image: the slim one where the stage is shipped and works without what
 * the full image has, else the full one. Undefined for other images, and where another stage has another Python.
 */
export function courseTag({ dockerfile, final }: DockerfileSubject, stage: Stage): string | undefined {
  const image = rootImage(stage);
  if (!image || !isOfficialPython(image)) return undefined;
  const versions = dockerfile.stages.flatMap((other) => pythonVersion(rootImage(other) ?? image) ?? []);
  if (versions.some((version) => version !== COURSE.python)) return undefined;
  const isShipped = dockerfile.stages.length > 1 && rootStage(final) === stage;
  const slim = COURSE.finalBase.slice(COURSE.finalBase.indexOf(":") + 1);
  return isShipped && smallerBaseSuits(dockerfile, final, COURSE.finalBase) === true ? slim : COURSE.python;
}
