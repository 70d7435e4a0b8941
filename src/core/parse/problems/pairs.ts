import type { Instruction, ParseProblem } from "../dockerfile-model";
import type { InstructionCheck } from "./instruction-check";

/** Refuses ENV and LABEL that are not `name=value`, and names that are empty. */
export const pairs: InstructionCheck = (instruction) => {
  const { keyword, argument } = instruction;
  if (argument === "" || !["ARG", "ENV", "LABEL"].includes(keyword)) return [];
  return [...(keyword === "ARG" ? [] : withoutValue(instruction)), ...withoutName(instruction)];
};

function withoutValue({ keyword, pairs: [first, ...others], argumentRange }: Instruction): readonly ParseProblem[] {
  if (!first) return [];
  if (!first.assigned) {
    // the old form has one name, and all that follows is its value
    if (first.value !== undefined) return [];
    const message = `${keyword} ${first.name} has no value. Write ${keyword} ${first.name}=… (without spaces around the equals sign).`;
    return [{ message, range: argumentRange }];
  }
  const message = (name: string) =>
    `"${name}" is no name=value. Values with spaces stand in double quotes: ${keyword} ${first.name}="two words", and around the equals sign there are none.`;
  return others.filter(({ assigned }) => !assigned).map(({ name, range }) => ({ message: message(name), range }));
}

function withoutName({ keyword, pairs: all }: Instruction): readonly ParseProblem[] {
  const message = `Before the equals sign, ${keyword} needs a name; write name=value without spaces.`;
  return all.filter(({ name }) => name === "").map(({ range }) => ({ message, range }));
}
