import { applyEdits } from "../edit/apply-edits";
import { isOfficialPython, slimTag } from "../image/official-python";
import { parseDockerfile } from "../parse/parse-dockerfile";
import { rootImage, rootStage } from "../parse/root-image";

/**
 * The same Dockerfile on the slim base: what the base alone brings. Only the image's name in FROM changes. Undefined where the
 * base is slim already, is not the official Python image, is pinned to a digest, which stands for one image and no other, or
 * where a variable hides the part of the tag that has to change.
 */
export function slimVariant(dockerfile: string): string | undefined {
  const model = parseDockerfile({ path: "Dockerfile", text: dockerfile, encoding: "utf-8" });
  const last = model.stages.at(-1);
  const image = last && rootImage(last);
  if (!last || !image || !isOfficialPython(image) || image.digest !== undefined) return undefined;
  const { from, fromRange } = rootStage(last);
  const newText = slimName(from, image.tag);
  return newText === undefined ? undefined : applyEdits(dockerfile, [{ range: fromRange, newText }]);
}

/** The name as FROM has it, variables and all, with the slim tag in place of its own. */
function slimName(from: string, tag: string | undefined): string | undefined {
  if (tag === undefined) return `${from}:slim`;
  const slim = slimTag(tag);
  if (slim === undefined) return undefined;
  // what goes behind the tag may go behind a variable too
  if (slim === `${tag}-slim`) return `${from}-slim`;
  return from.endsWith(`:${tag}`) ? `${from.slice(0, -tag.length)}${slim}` : undefined;
}
