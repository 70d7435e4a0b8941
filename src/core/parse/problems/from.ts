import type { Instruction, ParseProblem } from "../dockerfile-model";
import type { InstructionCheck } from "./instruction-check";

const STAGE_NAME = /^[a-z][a-z0-9_.-]*$/i;

/** Refuses FROM with anything but an image, or an image and `AS name`. */
export const from: InstructionCheck = (instruction) => {
  const { keyword, words, keywordRange } = instruction;
  if (keyword !== "FROM") return [];
  const [image, as, name, ...more] = words;
  if (!image)
    return [
      { message: "FROM needs the image to start from, for instance: FROM python:3.11-slim", range: keywordRange },
    ];
  if (!as) return [];
  if (name && more.length === 0 && /^as$/i.test(as.text)) return stageName(name.text, name.range);
  return [{ message: surplus(instruction), range: { start: as.range.start, end: instruction.argumentRange.end } }];
};

function stageName(name: string, range: ParseProblem["range"]): readonly ParseProblem[] {
  if (STAGE_NAME.test(name)) return [];
  const message = `"${name}" cannot be the name of a stage: a name begins with a letter and has only letters, digits, and _ . - in it.`;
  return [{ message, range }];
}

function surplus({ words: [image, second, third] }: Instruction): string {
  const after = second?.text ?? "";
  const start = `FROM takes one image, and a name for the stage after AS.`;
  if (after.startsWith("#")) return `${start} A comment stands on a line of its own: move it above this one.`;
  if (after.startsWith(":")) return `${start} Between ${image?.text ?? "the image"} and its tag there is no space.`;
  if (/^as$/i.test(after) && !third) return `${start} The name is missing.`;
  return `${start} What is "${after}"? If it is the stage's name, write AS before it; if it belongs to another line, put it there.`;
}
