import { mergeDirectives, moveUp } from "../edit/move-directive";
import type { Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { StagelessSubject } from "../lint/subjects";
import { directiveLines, type DirectiveLine } from "../parse/directive-lines";

/**
 * `# syntax=`, `# escape=` or `# check=` below a blank line, another comment or an instruction, where Docker takes it for a
 * comment; or the same one twice at the top, which Docker refuses. Silent about a `# check=` right above an instruction, which
 * is for that one, about one in the middle of the file, and where the top has the same directive anyway.
 * https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export const directiveMisplaced = defineRule({
  id: "directive-misplaced",
  title: "This line at the top is only a comment",
  severity: "warning",
  fix: "preferred",
  messages: {
    comment: {
      observed: "Docker takes this # {name}= line for a comment.",
      why: "It looks for such settings in the very first lines only, and stops at the first line that is none.",
      next: "Move it to the first line, or delete it.",
    },
    repeated: {
      observed: "The setting # {name}= stands here a second time.",
      why: "Docker takes it once only, and stops.",
      next: "Make one line of the two.",
    },
  },

  dockerfile: found,
  stageless: found,
});

function found(subject: Omit<StagelessSubject, "final">): readonly Found<"comment" | "repeated">[] {
  const lines = directiveLines(subject.file, subject.dockerfile);
  const counting = lines.filter(({ counts }) => counts);
  return lines.flatMap((directive): readonly Found<"comment" | "repeated">[] => {
    const { name, line, start, end, counts } = directive;
    const range = { start: { line, character: start }, end: { line, character: end } };
    const first = counting.find((other) => other.name === name && other.line < line);
    if (counts && first)
      return [{ message: "repeated", values: { name }, range, fixes: mergeDirectives(subject, first, directive) }];
    if (counts || first || isForInstruction(directive)) return [];
    return [{ message: "comment", values: { name }, range, fixes: moveUp(subject, directive) }];
  });
}

function isForInstruction({ name, isAboveInstruction, isAtTop }: DirectiveLine): boolean {
  return name === "check" && (isAboveInstruction || !isAtTop);
}
