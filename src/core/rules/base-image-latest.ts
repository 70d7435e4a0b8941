import { courseTag } from "../edit/course-tag";
import { changeTag } from "../edit/base-image";
import { defineRule } from "../lint/rule";
import { parseImageReference } from "../parse/image-reference";

/**
 * The tag of a stage's image is `latest`, written there or by the default of an ARG. Silent with a digest, which cannot
 * move, for stages that start from another stage, and where an ARG has no value.
 * https://docs.docker.com/reference/cli/docker/image/tag/
 */
export const baseImageLatest = defineRule({
  id: "base-image-latest",
  title: "The base image is whatever is latest",
  severity: "warning",
  fix: "preferred",
  equivalents: { hadolint: ["DL3007"] },
  saidBy: ["hadolint"],
  messages: {
    latest: {
      observed: "{image} is built on whatever its makers call latest on that day.",
      why: "That can be another version tomorrow, and the same file then makes another image or none at all.",
      next: "Name the version that the app was tried with.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, context } = subject;
    return dockerfile.stages.flatMap((stage) => {
      const { resolvedFrom = "", fromRange } = stage;
      const image = parseImageReference(resolvedFrom);
      if (stage.parent || context?.namedContexts.has(resolvedFrom.toLowerCase())) return [];
      if (image?.tag !== "latest" || image.digest !== undefined) return [];
      const tag = courseTag(subject, stage);
      const edit = tag === undefined ? undefined : changeTag(dockerfile, stage, tag);
      const fixes = edit ? [{ title: `Use the tag ${tag}`, edits: [edit], preferred: true as const }] : [];
      return [{ message: "latest" as const, values: { image: image.text }, range: fromRange, fixes }];
    });
  },
});
