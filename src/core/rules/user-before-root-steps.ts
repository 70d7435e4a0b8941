import { rootForSteps } from "../edit/move-user";
import { rootSteps } from "../image/root-step";
import { defineRule } from "../lint/rule";

/**
 * A step that works as somebody else than root, and needs root: apt-get and the like, useradd, chown of files that COPY
 * brought for root, writing below /usr or /etc, and `pip install` for a user without a home. In any stage, for the build
 * fails there too. Silent behind sudo, where a variable names the user, and where `pip install` can go to the user's home.
 */
export const userBeforeRootSteps = defineRule({
  id: "user-before-root-steps",
  title: "A step that needs root comes after USER",
  severity: "warning",
  fix: "preferred",
  check: "image-builds",
  messages: {
    step: {
      observed: "This step works as {user}, as the USER above it says, and {program} needs root here.",
      why: "The build stops at it with an error about permissions.",
      next: "Do what needs root first, and switch to the other user after it.",
    },
  },

  dockerfile(subject) {
    return subject.dockerfile.stages.flatMap((stage) => {
      const steps = rootSteps(subject.dockerfile, stage);
      const fixes = rootForSteps(subject, stage, steps);
      return steps.map((step, index) => ({
        message: "step",
        values: { user: step.user, program: step.program },
        range: (step.command.words[0] ?? step.command).range,
        fixes: fixes.slice(index, index + 1),
      }));
    });
  },
});
