import { applyEdits } from "../edit/apply-edits";
import { isOfficialPython, slimTag } from "../image/official-python";
import { parseDockerfile } from "../parse/parse-dockerfile";
import { rootImage, rootStage } from "../parse/root-image";

/**
 * The same Dockerfile on the slim base: what the base alone brings. Undefined where the base is slim already, is not the
 * official Python image, or is pinned to a digest, which stands for one image and no other.
 */
export function slimVariant(dockerfile: string): string | undefined {
  const model = parseDockerfile({ path: "Dockerfile", text: dockerfile, encoding: "utf-8" });
  const last = model.stages.at(-1);
  const image = last && rootImage(last);
  if (!last || !image || !isOfficialPython(image) || image.digest !== undefined) return undefined;
  const slim = image.tag === undefined ? "slim" : slimTag(image.tag);
  if (slim === undefined) return undefined;
  const { from, fromRange } = rootStage(last);
  const name = image.tag === undefined ? from : from.slice(0, from.length - image.tag.length - 1);
  // with an ARG in it, the tag does not stand there as it is
  if (image.tag !== undefined && !from.endsWith(`:${image.tag}`)) return undefined;
  return applyEdits(dockerfile, [{ range: fromRange, newText: `${name}:${slim}` }]);
}
