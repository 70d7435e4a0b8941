import type { Instruction, InstructionFlag, ParseProblem } from "../dockerfile-model";
import { closestWord } from "./closest-word";
import type { InstructionCheck } from "./instruction-check";

type FlagKind = "text" | "texts" | "boolean";

/** https://docs.docker.com/reference/dockerfile/ */
const FLAGS: Readonly<Record<string, Readonly<Record<string, FlagKind>>>> = {
  ADD: {
    chown: "text",
    chmod: "text",
    link: "boolean",
    "keep-git-dir": "boolean",
    checksum: "text",
    unpack: "boolean",
    exclude: "texts",
  },
  COPY: { chown: "text", from: "text", chmod: "text", link: "boolean", exclude: "texts", parents: "boolean" },
  FROM: { platform: "text" },
  HEALTHCHECK: { interval: "text", timeout: "text", "start-period": "text", "start-interval": "text", retries: "text" },
  RUN: { mount: "texts", network: "text" },
};
/** BuildKit does not look at the flags of these. */
const UNCHECKED: ReadonlySet<string> = new Set(["ARG", "STOPSIGNAL"]);

/** Refuses flags that the instruction has not, has twice, or that lack their value. */
export const flags: InstructionCheck = (instruction) => {
  if (UNCHECKED.has(instruction.keyword) || isHealthcheckNone(instruction)) return [];
  const known = FLAGS[instruction.keyword] ?? {};
  return instruction.flags.flatMap((flag, place) => {
    const isRepeated = instruction.flags.slice(0, place).some(({ name }) => name === flag.name);
    const message = refusal(flag, instruction.keyword, known, isRepeated);
    if (message === undefined) return [];
    const meant = isKnown(flag, known) ? undefined : closestWord(flag.name, Object.keys(known));
    return [{ message, range: flag.range, ...(meant !== undefined && { meant: inPlaceOf(flag, meant) }) }];
  });
};

function isKnown({ name }: InstructionFlag, known: Readonly<Record<string, FlagKind>>): boolean {
  return Object.hasOwn(known, name);
}

/** The name alone: its value stays. */
function inPlaceOf({ name, range: { start } }: InstructionFlag, meant: string): NonNullable<ParseProblem["meant"]> {
  const end = { line: start.line, character: start.character + "--".length + name.length };
  return { range: { start, end }, text: `--${meant}` };
}

const isHealthcheckNone = ({ keyword, words }: Instruction) =>
  keyword === "HEALTHCHECK" && words[0]?.text.toUpperCase() === "NONE";

function refusal(
  flag: InstructionFlag,
  keyword: string,
  known: Readonly<Record<string, FlagKind>>,
  isRepeated: boolean,
): string | undefined {
  const { name, value } = flag;
  const kind = isKnown(flag, known) ? known[name] : undefined;
  if (kind === undefined) return `${keyword} has no flag --${name}. ${advice(name, keyword, Object.keys(known))}`;
  if (isRepeated && kind !== "texts") return `The flag --${name} stands here twice. Keep one of the two.`;
  if (kind !== "boolean") {
    return value === undefined
      ? `The flag --${name} needs its value behind an equals sign: --${name}=…, without spaces.`
      : undefined;
  }
  if (value === undefined || /^(?:true|false)$/i.test(value)) return undefined;
  return `The flag --${name} can be true or false only, not "${value}".`;
}

function advice(name: string, keyword: string, known: readonly string[]): string {
  const meant = closestWord(name, known);
  if (meant !== undefined) return `Did you mean --${meant}?`;
  if (known.length > 0) return `It has: ${known.map((flag) => `--${flag}`).join(", ")}.`;
  if (keyword !== "CMD" && keyword !== "ENTRYPOINT") return "Take it out.";
  return `Options of a program stand behind its name: ${keyword} program --${name}.`;
}
