import type { ParseProblem } from "../dockerfile-model";
import { JoinedText } from "../joined-text";
import { lineIndex } from "../line-index";
import { readInstruction } from "../read-instruction";
import { jsonOfStrings } from "./argument-counts";
import type { InstructionCheck } from "./instruction-check";
import { pairs } from "./pairs";

/**
 * Refuses ONBUILD with an instruction that cannot be one of its own. Of what stands inside, BuildKit reads no more than the
 * form; whether it is an instruction at all shows only in the image that is built on top of this one.
 */
export const onbuild: InstructionCheck = (instruction, escape) => {
  const { keyword, argument, argumentRange, words } = instruction;
  if (keyword !== "ONBUILD" || argument === "") return [];
  const trigger = words[0];
  const inner = trigger?.text.toUpperCase() ?? "";
  if (trigger && ["ONBUILD", "FROM", "MAINTAINER"].includes(inner)) {
    return [{ message: `${inner} cannot stand behind ONBUILD.`, range: trigger.range }];
  }
  const joined = new JoinedText();
  joined.append(argument, 0, "\n"); // already joined: nothing in it continues a line
  const read = readInstruction({ joined, escape, heredocs: [], end: argument.length }, lineIndex(argument));
  // An empty name counts only once the trigger runs.
  const form = read.pairs.some(({ name }) => name === "") ? [] : pairs(read, escape);
  return [...form, ...jsonOfStrings(read, escape)].map(({ message }): ParseProblem => ({
    message,
    range: argumentRange,
  }));
};
