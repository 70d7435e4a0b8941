import { changeTag } from "../edit/base-image";
import { isAlpineTag, isOfficialPython, pythonVersion, tagWithVersion } from "../image/official-python";
import { copiesOf } from "../image/copied-files";
import { hasOwnPython, holdsPackages, packageFolders } from "../image/stage-packages";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { rootImage, rootStage } from "../parse/root-image";
import { stageReferred } from "../parse/stage-referred";

/**
 * The shipped stage copies Python packages (site-packages, a pip `--prefix`, a virtual environment) out of a stage whose
 * official Python has another minor version, or another C library: Debian has glibc, Alpine musl. Silent for other images,
 * for tags that leave the version open, and where a stage installs a Python of its own.
 * https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */
export const pythonStageMismatch = defineRule({
  id: "python-stage-mismatch",
  title: "The stages have different Pythons",
  severity: "warning",
  fix: "preferred",
  messages: {
    version: {
      observed: "These packages were installed with Python {one}, but are used with Python {other}.",
      why: "Each version looks for its packages in a folder of its own, and compiled ones do not fit another version.",
      next: "Use the same version in both stages.",
    },
    library: {
      observed: "These packages come from {one}, but are used on {other}, whose C library is another one.",
      why: "Packages with compiled parts do not work there, or work only half.",
      next: "Use the same kind of image in both stages: slim with full, or Alpine with Alpine.",
    },
  },

  dockerfile({ file, dockerfile, final }) {
    const image = rootImage(final);
    if (!image || !isOfficialPython(image) || hasOwnPython(dockerfile, final)) return [];
    const folders = once((stage: Stage) => packageFolders(dockerfile, stage));
    const isOwn = once((stage: Stage) => hasOwnPython(dockerfile, stage));
    return copiesOf(dockerfile, final).flatMap(
      ({ from, stage, sources, instruction }): readonly Found<"version" | "library">[] => {
        const source = from === undefined ? undefined : stageReferred(from, stage, dockerfile.stages);
        const other = source && rootImage(source);
        const packages = source && sources.find(({ text }) => holdsPackages(text, folders(source)));
        if (!packages || !other || !isOfficialPython(other) || isOwn(source)) return [];
        const [one, two] = [pythonVersion(other), pythonVersion(image)];
        const isVersion = one !== undefined && two !== undefined && one !== two;
        const isLibrary =
          other.tag !== undefined && image.tag !== undefined && isAlpineTag(other.tag) !== isAlpineTag(image.tag);
        if (!isVersion && !isLibrary) return [];
        const location = { file: file.path, range: rootStage(source).fromRange };
        const related = [{ location, message: `The packages were installed on this image: ${other.text}` }];
        const range = instruction.exec ? instruction.argumentRange : packages.range;
        if (!isVersion) return [{ message: "library", values: { one: other.text, other: image.text }, range, related }];
        const fix = isLibrary ? undefined : align(dockerfile, source, two);
        return [{ message: "version", values: { one, other: two }, range, related, fixes: fix ? [fix] : [] }];
      },
    );
  },
});

/** The builder takes the shipped version: nothing else of it is shipped. */
function align(dockerfile: DockerfileModel, source: Stage, version: string): Fix | undefined {
  const root = rootStage(source);
  const tag = tagWithVersion(rootImage(source)?.tag, version);
  const edit = changeTag(dockerfile, root, tag);
  return edit && { title: `Use Python ${version} in the first stage too`, edits: [edit], preferred: true };
}

/** Asks once of each stage: many lines may copy from the same. */
function once<Answer>(ask: (stage: Stage) => Answer): (stage: Stage) => Answer {
  const answers = new Map<Stage, Answer>();
  return (stage) => {
    const answer = answers.has(stage) ? (answers.get(stage) as Answer) : ask(stage);
    answers.set(stage, answer);
    return answer;
  };
}
