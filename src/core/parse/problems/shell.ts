import type { InstructionCheck } from "./instruction-check";

/** Refuses SHELL that is no JSON array of at least one string. */
export const shell: InstructionCheck = ({ keyword, exec, keywordRange, argument, argumentRange }) => {
  if (keyword !== "SHELL" || (exec && exec.length > 0)) return [];
  const message = 'SHELL needs a list in square brackets, each part in double quotes: SHELL ["/bin/bash", "-c"]';
  return [{ message, range: argument === "" ? keywordRange : argumentRange }];
};
