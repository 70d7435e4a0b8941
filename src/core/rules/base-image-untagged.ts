import { changeTag } from "../edit/base-image";
import { courseTag } from "../edit/course-tag";
import { defineRule } from "../lint/rule";
import { parseImageReference } from "../parse/image-reference";

/**
 * A stage's image has neither tag nor digest once the defaults of ARGs are put in; Docker then takes `latest`. Silent for
 * `scratch`, for stages that start from another stage or from a context that Compose names, and where an ARG has no value.
 * https://docs.docker.com/reference/dockerfile/#from
 */
export const baseImageUntagged = defineRule({
  id: "base-image-untagged",
  title: "The base image has no tag",
  severity: "warning",
  fix: "preferred",
  equivalents: { hadolint: ["DL3006"] },
  saidBy: ["hadolint"],
  messages: {
    untagged: {
      observed: "{image} is named without a tag, so Docker takes the one called latest.",
      why: "What that is changes from time to time, and the same file then makes another image or none at all.",
      next: "Name a version behind a colon.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, context } = subject;
    return dockerfile.stages.flatMap((stage) => {
      const { resolvedFrom = "", fromRange } = stage;
      const image = parseImageReference(resolvedFrom);
      if (stage.parent || resolvedFrom === "scratch" || context?.namedContexts.has(resolvedFrom.toLowerCase()))
        return [];
      if (!image || image.tag !== undefined || image.digest !== undefined) return [];
      const tag = courseTag(subject, stage);
      const edit = tag === undefined ? undefined : changeTag(dockerfile, stage, tag);
      const fixes = edit ? [{ title: `Add the tag ${tag}`, edits: [edit], preferred: true as const }] : [];
      return [{ message: "untagged" as const, values: { image: image.text }, range: fromRange, fixes }];
    });
  },
});
