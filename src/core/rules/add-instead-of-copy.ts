import { keywordLike } from "../edit/keyword-case";
import { replace } from "../edit/lines";
import { copiesOf, type CopiedFiles } from "../image/copied-files";
import { defineRule } from "../lint/rule";

/**
 * ADD of files of the project that are no archives, in any stage. Addresses, git repositories and archives are what
 * ADD is for; it is silent too about variables, patterns that archives may match, and options that COPY does not have.
 * https://docs.docker.com/build/building/best-practices/#add-or-copy
 */
export const addInsteadOfCopy = defineRule({
  id: "add-instead-of-copy",
  title: "ADD where COPY is enough",
  severity: "information",
  fix: "preferred",
  equivalents: { hadolint: ["DL3020"] },
  saidBy: ["hadolint"],
  messages: {
    add: {
      observed: "ADD only copies files here.",
      why: "It can also download and unpack, so whoever reads it has to find out which of these happens.",
      next: "Use COPY, which does nothing else.",
    },
  },

  dockerfile: ({ dockerfile: model }) =>
    model.stages
      .filter(({ instructions }) => instructions.some(({ keyword }) => keyword === "ADD"))
      .flatMap((stage) => copiesOf(model, stage).filter((copy) => copy.stage === stage))
      .flatMap((copy) => {
        const { instruction } = copy;
        if (instruction.keyword !== "ADD" || !onlyCopies(copy)) return [];
        const edits = [replace(instruction.keywordRange, keywordLike(instruction, "COPY"))];
        return [
          {
            message: "add" as const,
            range: instruction.keywordRange,
            fixes: [{ title: "Use COPY", edits, preferred: true as const }],
          },
        ];
      }),
});

const ADDRESS = /^[a-z][a-z+.-]*:\/\/|^git@|\.git(?:[#?].*)?$/i;
const ARCHIVE = /\.(?:tar|t?gz|tbz2?|bz2|t?xz|tlz|lzma|lz|tzst|zst|Z)$/i;
/** A pattern that matches archives as well as anything else. */
const OPEN_PATTERN = /\*[^./]*$|\.[^./]*[*?[][^./]*$/;
const SHARED_OPTIONS = /^(?:chown|chmod|link|exclude)$/;

function onlyCopies({ sources, instruction }: CopiedFiles): boolean {
  if (sources.length === 0 || !instruction.flags.every(({ name }) => SHARED_OPTIONS.test(name))) return false;
  return sources.every(({ text: written }) => {
    const text = written.replace(/^(["'])(.*)\1$/, "$2");
    return !text.includes("$") && !ADDRESS.test(text) && !ARCHIVE.test(text) && !OPEN_PATTERN.test(text);
  });
}
