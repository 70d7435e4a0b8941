import { heredocWord } from "../heredoc-words";
import type { InstructionCheck } from "./instruction-check";

/** Refuses COPY and ADD without a source and a destination. */
export const copy: InstructionCheck = ({ keyword, exec, words, keywordRange, argumentRange }) => {
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  const paths = exec ?? words.map(({ text }) => text);
  if (paths.length === 0)
    return [
      {
        message: `${keyword} needs what to copy and where to, for instance: ${keyword} src /app/src`,
        range: keywordRange,
      },
    ];
  if (paths.length === 1) {
    const message = `${keyword} needs two things: what to copy, and where to. Only "${paths[0] ?? ""}" is here; for the current folder of the image add a dot: ${keyword} ${paths[0] ?? ""} .`;
    return [{ message, range: argumentRange }];
  }
  if (!heredocWord(paths.at(-1) ?? "")) return [];
  return [
    {
      message: `${keyword} copies into a path; a text (<<) can only be what is copied.`,
      range: words.at(-1)?.range ?? argumentRange,
    },
  ];
};
