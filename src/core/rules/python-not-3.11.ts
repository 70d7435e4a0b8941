import { COURSE } from "../course";
import { changeTag } from "../edit/base-image";
import { isOfficialPython, pythonVersion, tagWithVersion } from "../image/official-python";
import { isChallengeProject } from "../lint/is-challenge-project";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileModel } from "../parse/dockerfile-model";
import { rootImage, rootStage } from "../parse/root-image";

/**
 * The shipped Python is not the course's version, or its tag leaves the version open (`3`, `3-slim`). Silent for other
 * images, for tags without any version and for those with a digest. All Python stages change together, else they would
 * no longer fit; outside a challenge folder that is a decision, since the app may need the other version.
 */
export const pythonNot311 = defineRule({
  id: "python-not-3.11",
  title: "Another Python version than the course's",
  severity: "information",
  fix: "preferred",
  messages: {
    another: {
      observed: "The image ships Python {version}; this course uses {course}.",
      why: "The course's sizes and examples come from that version.",
      next: "Take {course}, unless the app needs another one.",
    },
  },

  dockerfile({ dockerfile, final, project }) {
    const image = rootImage(final);
    const [version = ""] = image?.tag?.split("-") ?? [];
    if (!image || !isOfficialPython(image) || !/^\d/.test(version) || pythonVersion(image) === COURSE.python) return [];
    const fix = allStages(dockerfile);
    const values = { version, course: COURSE.python };
    const range = rootStage(final).fromRange;
    const fixes = fix ? [isChallengeProject(project) ? { ...fix, preferred: true as const } : fix] : [];
    return [{ message: "another", values, range, fixes }];
  },
});

/** One version for all stages that start from an official Python. */
function allStages(dockerfile: DockerfileModel): Fix | undefined {
  const stages = dockerfile.stages.filter((stage) => {
    const image = stage.parent ? undefined : rootImage(stage);
    return image && isOfficialPython(image) && pythonVersion(image) !== COURSE.python;
  });
  const edits = stages.map((stage) =>
    changeTag(dockerfile, stage, tagWithVersion(rootImage(stage)?.tag, COURSE.python), stages),
  );
  const sure = edits.flatMap((edit) => edit ?? []);
  // stages that share an ARG share the edit
  const unique = [...new Map(sure.map((edit) => [JSON.stringify(edit.range), edit])).values()];
  const agree = sure.every((edit) => unique.some((other) => JSON.stringify(other) === JSON.stringify(edit)));
  if (sure.length < stages.length || !agree) return undefined;
  return { title: `Use Python ${COURSE.python}`, edits: unique };
}
