import { keywordLike } from "../edit/keyword-case";
import { replace } from "../edit/lines";
import { copiesOf, type CopiedFiles } from "../image/copied-files";
import { defineRule } from "../lint/rule";

/** What ADD does more with than COPY: URLs, git repositories, archives. https://docs.docker.com/reference/dockerfile/#add */
const SPECIAL = /:\/\/|^git@|\.git(#|$)|\.(tar|tgz|tbz2?|txz|tlz|gz|bz2|xz|zst|lzma)(\.|$)|\$/i;

/**
 * ADD of local files that are no archives. Silent about URLs, git, archives, variables, and patterns that an archive might
 * match; and about flags that only ADD has.
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
      observed: "ADD copies local files here.",
      why: "It also fetches web addresses and unpacks archives, which can surprise you one day.",
      next: "Use COPY, which only copies.",
    },
  },

  dockerfile({ dockerfile }) {
    const adds = dockerfile.stages.flatMap((stage) =>
      copiesOf(dockerfile, stage).filter((copy) => copy.stage === stage && isPlainAdd(copy)),
    );
    return adds.map(({ instruction }) => {
      const range = instruction.keywordRange;
      const edits = [replace(range, keywordLike(instruction, "COPY"))];
      return { message: "add", range, fixes: [{ title: "Use COPY instead", edits, preferred: true as const }] };
    });
  },
});

function isPlainAdd({ instruction, sources }: CopiedFiles): boolean {
  if (instruction.keyword !== "ADD" || sources.length === 0) return false;
  if (instruction.flags.some(({ name }) => !/^(chown|chmod|link)$/.test(name))) return false;
  return sources.every(({ text }) => !SPECIAL.test(text) && (!/[*?[]/.test(text) || /\.[a-z]+$/i.test(text)));
}
