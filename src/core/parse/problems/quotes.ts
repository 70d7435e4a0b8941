import type { EscapeCharacter, Instruction, ParseProblem } from "../dockerfile-model";
import { lex } from "../shell-lex";
import type { InstructionCheck } from "./instruction-check";

interface Piece {
  readonly text: string;
  readonly range: ParseProblem["range"];
}

/** Refuses quotes and braces that do not end, in the instructions whose text Docker itself reads, not a shell. */
export const quotes: InstructionCheck = (instruction, escape) => {
  return [...piecesOf(instruction), ...flagsOf(instruction)].flatMap((piece) => problemOf(piece, escape));
};

function problemOf({ text, range }: Piece, escape: EscapeCharacter): readonly ParseProblem[] {
  if (!/["'$\\`]/.test(text)) return [];
  const read = lex(text, { escape, lookup: () => undefined, keepUnset: true });
  return read.ok ? [] : [{ message: `Docker cannot read ${text.length > 60 ? "this" : text}: ${read.reason}.`, range }];
}

function piecesOf({ keyword, argument, argumentRange, exec, words, pairs }: Instruction): readonly Piece[] {
  switch (keyword) {
    case "ENV":
    case "LABEL":
    case "ARG":
      return pairs.flatMap(({ name, value = "", range }) => [
        { text: name, range },
        { text: value, range },
      ]);
    case "ADD":
    case "COPY":
    case "VOLUME":
      return exec?.map((text) => ({ text, range: argumentRange })) ?? words;
    case "EXPOSE":
      return words;
    case "USER":
    case "WORKDIR":
    case "STOPSIGNAL":
      return [{ text: argument, range: argumentRange }];
    default:
      return [];
  }
}

function flagsOf({ flags }: Instruction): readonly Piece[] {
  return flags
    .filter(({ name }) => ["chown", "chmod", "checksum"].includes(name))
    .map(({ value = "", range }) => ({ text: value, range }));
}
