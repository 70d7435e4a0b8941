import type { TextEdit } from "../lint/finding";
import type { DockerfileModel, ImageReference, Stage } from "../parse/dockerfile-model";
import { parseImageReference } from "../parse/image-reference";
import { replace } from "./lines";

/**
 * Gives a stage's image another tag: in the FROM line, or where that has a variable, in the default of its global ARG.
 * Undefined where the image has a digest, which would still name the old one, or where it cannot be told what to change.
 * @param together the stages that are changed along with it, so that they may share an ARG
 */
export function changeTag(
  model: DockerfileModel,
  stage: Stage,
  tag: string,
  together: readonly Stage[] = [stage],
): TextEdit | undefined {
  const image = stage.resolvedFrom === undefined ? undefined : parseImageReference(stage.resolvedFrom);
  if (!image || image.digest !== undefined || stage.parent) return undefined;
  if (!stage.from.includes("$") && !/["'\\`]/.test(stage.from)) return replace(stage.fromRange, tagged(image, tag));
  return changeVariable(model, stage, image, tagged(image, tag), together);
}

/** The reference as it was written, with another tag. */
function tagged({ text, tag }: ImageReference, newTag: string): string {
  return `${tag === undefined ? text : text.slice(0, -tag.length - 1)}:${newTag}`;
}

const ONE_VARIABLE = /^([^$]*)\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})([^$]*)$/;

/** Of `python:${VERSION}`, a `-slim` goes behind the variable; anything else into VERSION's default, if no other FROM uses it. */
function changeVariable(
  model: DockerfileModel,
  stage: Stage,
  image: ImageReference,
  wanted: string,
  together: readonly Stage[],
): TextEdit | undefined {
  const [, before = "", plain, braced, after = ""] = ONE_VARIABLE.exec(stage.from) ?? [];
  const name = plain ?? braced;
  if (name === undefined) return undefined;
  if (before !== "" && wanted === `${image.text}-slim`) return replace(stage.fromRange, `${stage.from}-slim`);
  const [pair, ...more] = model.preamble.flatMap(({ pairs }) => pairs.filter((each) => each.name === name));
  const old = pair?.value ?? "";
  const value = wanted.slice(before.length, wanted.length - after.length);
  const fits = /^[\w./:-]+$/.test(old) && before + old + after === image.text && before + value + after === wanted;
  const asks = new RegExp(String.raw`\$\{?${name}\b`);
  const isShared = model.stages.some((other) => !together.includes(other) && asks.test(other.from));
  if (!pair || more.length > 0 || !fits || value === "" || isShared) return undefined;
  const { start: from, end } = pair.range;
  if (from.line !== end.line || end.character - from.character !== name.length + 1 + old.length) return undefined;
  return replace({ start: { ...end, character: end.character - old.length }, end }, value);
}
