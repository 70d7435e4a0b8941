import type { Instruction, InstructionFlag, ParseProblem } from "../dockerfile-model";
import { parseDuration } from "./duration";
import type { InstructionCheck } from "./instruction-check";

/** Refuses HEALTHCHECK without CMD or NONE, without a command, and with durations or retries that are none. */
export const healthcheck: InstructionCheck = (instruction) => {
  const { keyword, words, exec, argumentRange } = instruction;
  const [type, ...rest] = words;
  if (keyword !== "HEALTHCHECK" || !type) return [];
  switch (type.text.toUpperCase()) {
    case "NONE":
      return rest.length === 0
        ? []
        : [{ message: "HEALTHCHECK NONE switches the check off; nothing can stand behind it.", range: argumentRange }];
    case "CMD":
      return [
        ...((exec ? exec.length === 0 : rest.length === 0) ? [missingCommand(instruction)] : []),
        ...flagProblems(instruction),
      ];
    default:
      return [{ message: unknownType(instruction, type.text), range: type.range }];
  }
};

const missingCommand = ({ argumentRange }: Instruction): ParseProblem => ({
  message: "Behind HEALTHCHECK CMD, the command that looks whether the app is well is missing.",
  range: argumentRange,
});

function unknownType({ flags }: Instruction, word: string): string {
  const bare = flags.find(({ value }) => value === undefined);
  if (bare) return `HEALTHCHECK takes flags with an equals sign and no space: --${bare.name}=${word}`;
  return `Behind HEALTHCHECK and its flags stands the word CMD, then the command: HEALTHCHECK CMD ${word} …`;
}

function flagProblems({ flags }: Instruction): readonly ParseProblem[] {
  return flags.flatMap((flag) => {
    const message = flag.name === "retries" ? retriesProblem(flag) : durationProblem(flag);
    return message === undefined ? [] : [{ message, range: flag.range }];
  });
}

function durationProblem({ name, value }: InstructionFlag): string | undefined {
  if (!["interval", "timeout", "start-period", "start-interval"].includes(name) || !value) return undefined;
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined)
    return `"${value}" is no duration. Write a number with its unit, without a space: --${name}=30s or --${name}=1m30s.`;
  if (milliseconds === 0 || milliseconds >= 1) return undefined;
  return `A duration of ${value} is too short; Docker takes 1ms and more, as in --${name}=30s.`;
}

function retriesProblem({ value }: InstructionFlag): string | undefined {
  if (!value) return undefined;
  const isCount = /^\+?\d+$/.test(value) && Number(value) < 2 ** 31;
  return isCount || /^-0+$/.test(value)
    ? undefined
    : `--retries is how often the check may fail, a whole number such as 3, not "${value}".`;
}
