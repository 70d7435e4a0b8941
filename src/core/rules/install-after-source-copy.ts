import { copyRequirementsFirst } from "../edit/copy-requirements-first";
import { lateInstalls, type LateInstall } from "../image/late-installs";
import { defineRule } from "../lint/rule";

/**
 * Source (all of the context, a folder with Python files, or such files) is copied above a `pip install -r` of the same
 * stage, of whatever stage. Silent where the installation needs the source (`pip install .`, `-e .`, also inside the
 * requirements file), and where requirements are mounted. No fix where they lead to other files, or a step in between may
 * need the source. https://docs.docker.com/build/cache/optimize/#order-your-layers
 */
export const installAfterSourceCopy = defineRule({
  id: "install-after-source-copy",
  title: "Every change in the source installs the packages again",
  severity: "information",
  fix: "preferred",
  courseGoal: true,
  messages: {
    late: {
      observed: "The source is copied before the packages are installed.",
      why: "Docker repeats every step below one that has changed, so each edit of the source installs all packages anew.",
      next: "Copy {file} first and alone, install, and copy the source after that.",
    },
  },

  dockerfile(subject) {
    return lateInstalls(subject).map((install) => {
      const fix = copyRequirementsFirst(subject, install);
      return {
        message: "late",
        values: { file: requirementsOf(install) },
        range: (install.copies[0].sources[0] ?? install.copies[0].instruction).range,
        fixes: fix ? [fix] : [],
        related: [
          {
            location: { file: subject.file.path, range: install.instruction.keywordRange },
            message: "The packages are installed here.",
          },
        ],
      };
    });
  },
});

function requirementsOf({ installs }: LateInstall): string {
  return installs.flatMap(({ requirementFiles }) => requirementFiles)[0]?.text ?? "requirements.txt";
}
