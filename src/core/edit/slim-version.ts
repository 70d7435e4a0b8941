import { isOfficialPython, slimTag } from "../image/official-python";
import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { isSlim } from "../parse/is-slim";
import { rootImage } from "../parse/root-image";
import { changeTag } from "./base-image";

/**
 * What FROM has to say for the slim variant of a stage's own Python image, variables kept: the same where it is slim or
 * Alpine already. Undefined for other images, and where the variant's tag is not known.
 */
export function slimVersion(model: DockerfileModel, stage: Stage): string | undefined {
  const image = rootImage(stage);
  if (!image || !isOfficialPython(image) || stage.parent) return undefined;
  if (isSlim(image) === true) return stage.from;
  const tag = image.tag === undefined ? undefined : slimTag(image.tag);
  const edit = tag === undefined ? undefined : changeTag(model, stage, tag);
  const isInFrom = edit?.range.start.line === stage.fromRange.start.line;
  return isInFrom ? edit?.newText : undefined;
}
