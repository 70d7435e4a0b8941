import { deleteInstruction } from "../edit/lines";
import type { Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { Instruction } from "../parse/dockerfile-model";

const ONE_COUNTS = ["CMD", "ENTRYPOINT", "HEALTHCHECK"] as const;

/**
 * Several CMD, ENTRYPOINT or HEALTHCHECK in one stage: all but the last have no effect. In several stages each has its own,
 * and a child stage may well replace what its parent says. https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/
 */
export const duplicateInstruction = defineRule({
  id: "duplicate-instruction",
  title: "Only the last one counts",
  severity: "warning",
  fix: "preferred",
  equivalents: {
    hadolint: ["DL4003", "DL4004", "DL3012"],
    buildkit: ["MultipleInstructionsDisallowed"],
    dockerfileUtils: ["MULTIPLE_INSTRUCTIONS"],
  },
  saidBy: ["hadolint", "buildkit"],
  messages: {
    dead: {
      observed: "This {keyword} has no effect: another one follows in the same stage.",
      why: "Docker keeps the last one only, so whoever reads this line is misled.",
      next: "Delete it, or delete the other one if you meant this.",
    },
  },

  dockerfile({ file, dockerfile }) {
    return dockerfile.stages.flatMap(({ instructions }) =>
      ONE_COUNTS.flatMap((keyword) => {
        const all = instructions.filter((each) => each.keyword === keyword);
        const last = all.at(-1);
        return last ? all.slice(0, -1).map((dead) => found(dead, last)) : [];
      }),
    );

    function found(dead: Instruction, last: Instruction): Found<"dead"> {
      return {
        message: "dead",
        values: { keyword: dead.keyword },
        range: dead.range,
        unnecessary: true,
        related: [{ location: { file: file.path, range: last.keywordRange }, message: "This is the one that counts." }],
        fixes: hasComment(dead)
          ? []
          : [{ title: `Delete this ${dead.keyword}`, edits: [deleteInstruction(file, dead)], preferred: true }],
      };
    }

    /** What stands between its continued lines would go with it. */
    function hasComment({ range }: Instruction): boolean {
      const lines = file.text.split(/\r\n|\n|\r/).slice(range.start.line, range.end.line + 1);
      return lines.some((line) => /^\s*#/.test(line));
    }
  },
});
