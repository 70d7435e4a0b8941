import { pipInstalls, type PipInstall } from "../image/pip-install";
import { openRequirements } from "../image/open-requirements";
import { defineRule } from "../lint/rule";

/**
 * Packages that pip takes in whatever version is the newest. In a Dockerfile, of any stage, since packages are copied on:
 * names without a version; not paths, wheels, addresses, what a constraints file pins, what a variable names, nor pip's own
 * tools when --upgrade asks for the newest. In a requirements file: no version at all, or only a lowest one (`>=`).
 * https://pip.pypa.io/en/stable/topics/repeatable-installs/
 */
export const pipUnpinned = defineRule({
  id: "pip-unpinned",
  title: "Packages without a version",
  severity: "hint",
  fix: "none",
  equivalents: { hadolint: ["DL3013"] },
  saidBy: ["hadolint"],
  messages: {
    argument: {
      observed: "{name} is installed in whatever version is the newest on the day of the build.",
      why: "A build next month may bring another one, and with it an app that no longer works.",
      next: "Write the version that you have tested behind the name.",
    },
    requirement: {
      observed: "{name} may be installed in any newer version.",
      why: "A build next month may bring one that you have never tested.",
      next: "That is fine for learning; for an app that others use, name the exact version.",
    },
  },

  dockerfile: ({ dockerfile: model }) =>
    model.stages.flatMap(({ instructions }) =>
      instructions
        .filter(({ keyword }) => keyword === "RUN")
        .flatMap((instruction) => pipInstalls(instruction, model).flatMap(unpinned))
        .map(({ text, range }) => ({ message: "argument", values: { name: text }, range })),
    ),

  requirements: ({ file }) =>
    openRequirements(file.text).map(({ name, range }) => ({ message: "requirement", values: { name }, range })),
});

const NAME = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?:\[[\w\s,.-]*\])?$/;
const FILE = /\.(?:whl|zip|tar|gz|tgz|bz2|txt)$/i;
const TOOLS = /^(?:pip|setuptools|wheel)$/;

function unpinned({ packages, flags, constraintFiles }: PipInstall): PipInstall["packages"] {
  if (constraintFiles.length > 0) return [];
  const isUpgrade = flags.some(({ text }) => /^(?:-U|--upgrade)$/.test(text));
  return packages.filter(({ text }) => NAME.test(text) && !FILE.test(text) && !(isUpgrade && TOOLS.test(text)));
}
