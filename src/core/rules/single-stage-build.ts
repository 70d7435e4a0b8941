import { splitStage } from "../edit/split-stage";
import { defineRule } from "../lint/rule";

/**
 * The Dockerfile has exactly one FROM. One in a comment, a heredoc or behind ONBUILD is none; in lower case it is one.
 * The fix splits a stage that installs Python packages with one `pip install`, and is only there where both stages are
 * sure to build and the app to find all that it needs. https://docs.docker.com/build/building/multi-stage/
 */
export const singleStageBuild = defineRule({
  id: "single-stage-build",
  title: "The image is built in one stage",
  severity: "warning",
  fix: "preferred",
  check: "multi-stage",
  courseGoal: true,
  messages: {
    single: {
      observed: "The image is built in a single stage, from one FROM.",
      why: "So everything that only the build needs is shipped along with the app.",
      next: "Install the packages in a first stage, and copy what the app needs into a second one.",
    },
  },

  dockerfile(subject) {
    if (subject.dockerfile.stages.length !== 1) return [];
    const fix = splitStage(subject);
    const fixes = fix ? [{ ...fix, preferred: true as const }] : [];
    return [{ message: "single", range: subject.final.fromRange, fixes }];
  },
});
