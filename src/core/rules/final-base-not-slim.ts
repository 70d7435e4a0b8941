import { changeTag } from "../edit/base-image";
import { splitStage } from "../edit/split-stage";
import { isOfficialPython, slimTag } from "../image/official-python";
import { smallerBaseSuits } from "../image/slim-suits";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { isSlim } from "../parse/is-slim";
import { rootImage, rootStage } from "../parse/root-image";

/**
 * What is shipped starts in the end from the official Python image, in any registry, in its full variant: no part of the
 * tag is slim or alpine. Silent for other images, for Windows variants, and where only a digest names the image. The fix
 * needs a decision where packages are installed in that stage, or where splitting the single stage does more.
 * https://hub.docker.com/_/python
 */
export const finalBaseNotSlim = defineRule({
  id: "final-base-not-slim",
  title: "The final image is built on a full base",
  severity: "warning",
  fix: "preferred",
  check: "slim-base",
  courseGoal: true,
  messages: {
    full: {
      observed: "What is shipped is built on {image}, the full variant of the Python image.",
      why: "Compilers and other tools that a running app never uses make up most of its size.",
      next: "End with the slim variant.",
    },
  },

  dockerfile(subject) {
    const { file, final } = subject;
    const [root, image] = [rootStage(final), rootImage(final)];
    if (!image || !isOfficialPython(image) || isSlim(image) !== false || /windows|nanoserver/.test(image.tag ?? ""))
      return [];
    const location = { file: file.path, range: root.fromRange };
    const related = root === final ? [] : [{ location, message: `The image comes from here: ${image.text}` }];
    const fix = slimFix(subject, image.tag);
    return [
      { message: "full", values: { image: image.text }, range: final.fromRange, related, fixes: fix ? [fix] : [] },
    ];
  },
});

function slimFix(subject: DockerfileSubject, tag: string | undefined): Fix | undefined {
  const { dockerfile, final } = subject;
  const root = rootStage(final);
  const slim = tag === undefined ? undefined : slimTag(tag);
  const edit = slim === undefined ? undefined : changeTag(dockerfile, root, slim);
  if (slim === undefined || !edit) return undefined;
  const suits = smallerBaseSuits(dockerfile, final, `python:${slim}`);
  if (suits === false) return undefined;
  const fix = { title: `Use the slim variant, ${slim}`, edits: [edit] };
  return suits && !splitStage(subject) ? { ...fix, preferred: true } : fix;
}
