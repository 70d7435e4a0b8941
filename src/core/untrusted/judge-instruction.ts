import type { EscapeCharacter, Instruction, InstructionFlag } from "../parse/dockerfile-model";
import { JoinedText } from "../parse/joined-text";
import { lineIndex } from "../parse/line-index";
import { mountFields } from "../parse/mount-fields";
import { readInstruction } from "../parse/read-instruction";
import { quoted } from "./quoted";
import type { Refusal } from "./refusal";

type Found = Omit<Refusal, "file">;

/**
 * What one instruction asks for that a build of untrusted work does not get. Images after FROM and `COPY --from=` are fetched as
 * ever; ADD of an address is not, for the engine itself fetches it, from the host's own network.
 */
export function judgeInstruction(instruction: Instruction, escape: EscapeCharacter): readonly Found[] {
  switch (instruction.keyword) {
    case "RUN":
      return instruction.flags.flatMap(judgeRunFlag);
    case "ADD":
      return judgeAdd(instruction, escape);
    case "ONBUILD":
      // It runs in each stage that is built on this one.
      return judgeInstruction(trigger(instruction, escape), escape).map((found) => ({
        ...found,
        range: instruction.range,
      }));
    default:
      return [];
  }
}

function judgeRunFlag(flag: InstructionFlag): readonly Found[] {
  const value = flag.value ?? "";
  const asks = whatRunAsks(flag.name.toLowerCase(), value);
  if (asks === undefined) return [];
  const written = quoted(`RUN --${flag.name}${flag.value === undefined ? "" : `=${value}`}`);
  return [{ message: `${written} ${asks}.`, next: "Remove this option; the challenge needs none.", range: flag.range }];
}

function whatRunAsks(name: string, value: string): string | undefined {
  if (name === "security" && value !== "sandbox") return "asks for the powers of the machine that builds";
  if (name === "network" && !["default", "none"].includes(value))
    return "asks for the network of the machine that builds";
  if (name === "device") return "asks for a device of the machine that builds";
  if (name !== "mount") return undefined;
  const types = mountFields(value).flatMap((field) => (field.key === "type" ? [field.value?.toLowerCase() ?? ""] : []));
  return types.every((type) => ["bind", "cache", "tmpfs"].includes(type))
    ? undefined
    : "asks for a secret or a key of whoever builds";
}

function judgeAdd({ exec, words, argumentRange }: Instruction, escape: EscapeCharacter): readonly Found[] {
  const sources = exec
    ? exec.slice(0, -1).map((text) => ({ text, range: argumentRange }))
    : words.slice(0, -1).filter(({ text }) => !text.startsWith("<<"));
  return sources.flatMap(({ text, range }) => {
    const plain = text.replaceAll(escape, "").replaceAll(/["']/g, "");
    const problem = addProblem(plain);
    if (problem === undefined) return [];
    const message = `ADD takes ${quoted(plain)}, ${problem}.`;
    return [{ message, next: "Use COPY for your own files, and a RUN step for what it has to fetch.", range }];
  });
}

function addProblem(source: string): string | undefined {
  if (source.includes("$")) return "which depends on a variable, so that it may be any address";
  const isAddress = source.includes("://") || /^[^/]*@[^/]*:/.test(source) || source.startsWith("github.com/");
  return isAddress ? "which the machine that builds would fetch by itself" : undefined;
}

/** The instruction behind ONBUILD; its places are those in the trigger's own text. */
function trigger({ argument }: Instruction, escape: EscapeCharacter): Instruction {
  const joined = new JoinedText();
  joined.append(argument, 0, "\n"); // already joined: nothing in it continues a line
  return readInstruction({ joined, escape, heredocs: [], end: argument.length }, lineIndex(argument));
}
