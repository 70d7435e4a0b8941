import { applyEdits } from "../edit/apply-edits";
import { addIgnoreLines, harmlessOf, leavesOut, RECOMMENDED, REQUIRED, type LeftOut } from "../edit/ignore-lines";
import { deleteLines } from "../edit/lines";
import { pathsCopied } from "../image/context-sources";
import { isForPython } from "../image/is-for-python";
import { defineRule } from "../lint/rule";
import type { DockerignoreSubject } from "../lint/subjects";
import type { DockerignoreLine, DockerignoreModel } from "../parse/dockerignore-model";
import { ignoreMatcher } from "../parse/ignore-matcher";
import { parseDockerignore } from "../parse/parse-dockerignore";
import { lineRange } from "../text";

/**
 * The ignore file of a Python project lets Python's cache or virtual environments in (what is graded), or .git, .env or
 * the Dockerfile (what is wise), by Docker's own matching: comments do not count, and exceptions do. Silent in projects
 * that have nothing of Python, about what the Dockerfile copies by name, and about the history where the context is a folder
 * below.
 */
export const dockerignoreRequired = defineRule({
  id: "dockerignore-required",
  title: "The .dockerignore lets junk through",
  severity: "warning",
  fix: "preferred",
  check: "dockerignore",
  messages: {
    required: {
      observed: "This file does not leave out {missing}.",
      why: "Made for your machine, they only make the image bigger or break it.",
      next: "Add a line for each; **/ in front makes it count in every folder.",
    },
    takenBack: {
      observed: "This exception lets {missing} in again.",
      why: "Made for your machine, they only make the image bigger or break it.",
      next: "Take the line with the exclamation mark out.",
    },
    recommended: {
      observed: "This file does not leave out {missing}.",
      why: "No app needs that in its image, and it may hold secrets or spoil the build's cache.",
      next: "Add a line for each.",
    },
  },

  dockerignore(subject) {
    const { file, dockerignore } = subject;
    if (file.encoding !== "utf-8" || !isForPython(subject)) return [];
    const range = dockerignore.lines[0]?.range ?? lineRange(0, /^[^\r\n]*/.exec(file.text)?.[0].length);
    const keep = subject.builds.flatMap(({ dockerfile }) => pathsCopied(dockerfile));
    const missing = (all: readonly LeftOut[]): readonly LeftOut[] =>
      all.filter((each) => !leavesOut(dockerignore, each) && harmlessOf(each.lines, keep).length > 0);
    const plain = (all: readonly LeftOut[]): readonly LeftOut[] =>
      all.filter((each) => exceptionsFor(each, dockerignore).length === 0);
    const found = <M extends string>(message: M, groups: readonly LeftOut[]) => {
      const names = groups.map(({ what }) => what).join(", ");
      const edit = addIgnoreLines(file, dockerignore, groups, keep);
      const fixes = edit ? [{ title: `Leave out ${names}`, edits: [edit], preferred: true as const }] : [];
      return groups.length > 0 ? [{ message, values: { missing: names }, range, fixes }] : [];
    };
    const required = missing(REQUIRED);
    const recommended = missing(RECOMMENDED.filter(({ what }) => what !== ".git" || !file.path.includes("/")));
    return [
      ...found("required", plain(required)),
      ...required.flatMap((each) => takenBack(each, subject)),
      ...found("recommended", plain(recommended)).map((each) => ({ ...each, severity: "information" as const })),
    ];
  },
});

/** What the author lets in by an exception: a line more would only contradict it, so the exception is what it is about. */
function takenBack(each: LeftOut, { file, dockerignore }: DockerignoreSubject) {
  const exceptions = exceptionsFor(each, dockerignore);
  const last = exceptions.at(-1);
  if (!last) return [];
  const edits = exceptions.map(({ range }) => deleteLines(file, range.start.line, range.end.line));
  const after = parseDockerignore({ ...file, text: applyEdits(file.text, edits) });
  const fixes = leavesOut(after, each)
    ? [{ title: `Delete ${exceptions.map(({ pattern }) => `!${pattern}`).join(", ")}`, edits }]
    : [];
  return [{ message: "takenBack" as const, values: { missing: each.what }, range: last.range, fixes }];
}

/** The exceptions that are about something that should be left out, and not about all of src, say. */
function exceptionsFor({ probes }: LeftOut, { lines }: DockerignoreModel): readonly DockerignoreLine[] {
  const deciding = probes.map((path) => lines.findLast(({ pattern }) => ignoreMatcher([pattern])(path)));
  return lines.filter(
    (line) => line.negated && deciding.includes(line) && !ignoreMatcher([line.pattern])("src/app.py"),
  );
}
